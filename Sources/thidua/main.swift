// The program: arguments in, exit status out. Everything else is in ThiDuaConsole.

import Glibc
import ThiDuaConsole

let status = Console.run(
  Array(CommandLine.arguments.dropFirst()), streams: .ofProcess())
exit(status)
