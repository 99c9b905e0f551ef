package org.neurarium.visualization.colour;

/// The palette of Okabe and Ito (2008), "Color Universal Design", told apart with any kind of colour vision.
///
/// The `_ON_DARK` variants have the same hues, lightened until they keep a contrast of at least 4.5 : 1 on a dark ground.
public final class OkabeIto {

  public static final int BLACK = 0xFF000000;
  public static final int ORANGE = 0xFFE69F00;
  public static final int SKY_BLUE = 0xFF56B4E9;
  public static final int BLUISH_GREEN = 0xFF009E73;
  public static final int YELLOW = 0xFFF0E442;
  public static final int BLUE = 0xFF0072B2;
  public static final int VERMILLION = 0xFFD55E00;
  public static final int REDDISH_PURPLE = 0xFFCC79A7;

  public static final int ORANGE_ON_DARK = 0xFFFFC44D;
  public static final int SKY_BLUE_ON_DARK = 0xFF7CC8F2;
  public static final int BLUISH_GREEN_ON_DARK = 0xFF2BD4A0;
  public static final int BLUE_ON_DARK = 0xFF56A8E0;
  public static final int VERMILLION_ON_DARK = 0xFFFF8A3D;
  public static final int REDDISH_PURPLE_ON_DARK = 0xFFE29CC4;

  private OkabeIto() {}
}
