package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What branches are called.
final class BranchNames {

  private final List<Section> sections;
  private final double[] beyond;
  private final double[] reach;

  private BranchNames(List<Section> sections) {
    this.sections = sections;
    beyond = new double[sections.size()];
    reach = new double[sections.size()];
    for (int k = sections.size() - 1; k > 0; k--) {
      beyond[k] += sections.get(k).length();
      reach[k] += sections.get(k).length();
      int parent = sections.get(k).parent();
      beyond[parent] += beyond[k];
      reach[parent] = Math.max(reach[parent], reach[k]);
    }
  }

  static List<String> of(List<Section> sections) {
    return new BranchNames(sections).names();
  }

  private List<String> names() {
    String[] roles = new String[sections.size()];
    for (int k = 0; k < roles.length; k++)
      roles[k] =
          switch (sections.get(k).kind()) {
            case AXON -> "axon";
            case BASAL -> "basal";
            case OTHER, SOMA -> "dendrite"; // a second soma would be no branch
            case APICAL -> apical(k, roles);
          };
    roles[0] = "soma";
    Map<String, Integer> counts = new HashMap<>();
    for (String role : roles) counts.merge(role, 1, Integer::sum);
    Map<String, Integer> next = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (String role : roles)
      names.add(
          counts.getOrDefault(role, 0) == 1
              ? role
              : role + "_" + next.merge(role, 1, Integer::sum));
    return names;
  }

  /// The trunk goes from the soma along the longest way to where it splits into two trees of like size; what leaves it before is oblique, what comes after is tuft.
  private String apical(int k, String[] roles) {
    int parent = sections.get(k).parent();
    if (roles[parent].equals("oblique") || roles[parent].equals("tuft")) return roles[parent];
    List<Integer> siblings = new ArrayList<>();
    for (int s = 1; s < sections.size(); s++)
      if (sections.get(s).parent() == parent && sections.get(s).kind() == Morphology.Kind.APICAL)
        siblings.add(s);
    int longest = k;
    double others = 0;
    for (int s : siblings) if (reach[s] > reach[longest]) longest = s;
    for (int s : siblings) if (s != longest) others = Math.max(others, beyond[s]);
    if (roles[parent].equals("trunk") && others >= beyond[longest] / 3) return "tuft";
    return k == longest ? "trunk" : "oblique";
  }
}
