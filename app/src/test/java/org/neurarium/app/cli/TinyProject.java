package org.neurarium.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small project on the disk: 100 neurons under a Poisson background that excite each other a little, with probes and checks.
final class TinyProject {

  private static final String CIRCUIT =
      """
      {
        "neurarium": 1,
        "title": "Tiny",
        "run": {"dt": "0.1 ms", "seed": 5, "duration": "300 ms"},
        "populations": [
          {"id": "e", "name": "Cells", "type": "excitatory", "size": 100, "model": "lif_exp_psc"}
        ],
        "stimuli": [
          {"id": "drive", "signal": {"poisson_background": {"rate": "8 kHz"}}}
        ],
        "projections": [
          {"id": "in", "from": "drive", "to": "e", "receptor": "ex", "wiring": "all_to_all", "weight": "50 pA"},
          {
            "id": "e-e",
            "from": "e",
            "to": "e",
            "receptor": "ex",
            "wiring": {"fixed_in_degree": {"degree": 10}},
            "weight": "20 pA",
            "delay": "1.5 ms"
          }
        ],
        "probes": [
          {"id": "v", "targets": ["e"], "recording": {"state": {"variable": "V_m", "neurons": "0-1"}}}
        ]
      }
      """;

  private static final String CHECKS =
      """
      {
        "neurarium_checks": 1,
        "duration": "300 ms",
        "seeds": 2,
        "lesions": [
          {"name": "no-drive", "sentence": "Nothing drives it.", "remove": ["drive"]},
          {"name": "unwatched", "sentence": "The probe is gone.", "remove": ["v"]}
        ],
        "checks": [
          {
            "name": "fires",
            "sentence": "It fires.",
            "measure": {"rate_hz": {"of": "e"}},
            "target": {"at_least": 5},
            "lesion": "no-drive",
            "sham": "unwatched"
          }
        ]
      }
      """;

  private TinyProject() {}

  /// Writes the project into a folder and returns the folder.
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("circuit.json"), CIRCUIT);
    Files.writeString(folder.resolve("checks.json"), CHECKS);
    return folder;
  }

  /// Writes it with one text replaced in the circuit's file.
  static Path in(Path folder, String right, String wrong) throws IOException {
    in(folder);
    Files.writeString(folder.resolve("circuit.json"), CIRCUIT.replace(right, wrong));
    return folder;
  }
}
