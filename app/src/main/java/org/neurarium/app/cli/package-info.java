/// The command line: the same engine without a window, for tests, servers and gradebooks.
///
/// ```
/// Commands ── run, check, render, models, bench     one class each, made by Main, which gives it what it needs
///    │            │
///    │            └── Project    circuit and data files of a folder, read and validated
///    └── Mistakes                turns every failure into one sentence on stderr and an exit code
/// ```
///
/// What a program reads goes to standard output, what a person reads besides (progress, problems) to standard error. Exit code 0
/// only when all went well, 2 for a command line that makes no sense, 1 for everything else that went wrong. No stack trace ever
/// reaches a person. Only this package and `start` may use the standard streams.
@NullMarked
package org.neurarium.app.cli;

import org.jspecify.annotations.NullMarked;
