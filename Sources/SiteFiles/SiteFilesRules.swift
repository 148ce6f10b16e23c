public import SourceDiagnostics

/// The rules that loading and writing report.
extension DiagnosticRule {
  /// All rules of this room, in the order of their codes.
  public static let siteFilesRules: [DiagnosticRule] = [
    sourceNotUTF8, escapingSourceLink, brokenSourceLink, unusableSourceName, collidingSourcePaths,
    oversizedSource, specialSource, unreadableSource, restlessSource, editedOutputKept,
    damagedManifest,
  ]

  /// S001: a text file is not UTF-8.
  public static let sourceNotUTF8 = DiagnosticRule(
    "S001", .error, "text files are UTF-8",
    explanation: """
      Brevier reads every text (Markdown, YAML, templates, CSS, SVG …) as UTF-8. A byte that is no
      part of a UTF-8 sequence means that the file was saved in another encoding, mostly
      Windows-1252, and its accents would come out wrong.

      Bad: `café` saved as the bytes `63 61 66 E9`.

      Good: `café` saved as the bytes `63 61 66 C3 A9`.

      Save the file again with the encoding UTF-8, or convert it:
      `iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md`.
      """)

  /// S002: a symbolic link leads out of the site.
  public static let escapingSourceLink = DiagnosticRule(
    "S002", .error, "links stay inside the site",
    explanation: """
      A symbolic link in the sources is followed only to a visible file or folder in the same site.
      Otherwise a brief from somebody else could put any file of the machine on the web.

      Bad: `content/briefs/x.md -> /etc/passwd`, `content/x.txt -> ../.env`.

      Good: `content/fr/photo.png -> ../briefs/photo.png`.

      Copy the file into the site, or remove the link.
      """)

  /// S003: a symbolic link leads nowhere, in a circle, or to a folder it lies in.
  public static let brokenSourceLink = DiagnosticRule(
    "S003", .error, "links lead to a file or folder that exists",
    explanation: """
      A symbolic link that leads nowhere, to itself, or to a folder that holds it, names no content.
      A folder link inside a folder that was itself reached through a link is refused too, because
      a few such links can stand for millions of files.

      Bad: `content/all -> ..`, `content/a.md -> b.md` when `b.md` was deleted.

      Good: `content/2026 -> archive/2026`.
      """)

  /// S004: a file's name is not UTF-8 or holds control characters.
  public static let unusableSourceName = DiagnosticRule(
    "S004", .error, "file names are printable UTF-8",
    explanation: """
      A file's name becomes part of messages and often of addresses, so it must be readable: valid
      UTF-8, without tabs, line ends or other control characters.

      Bad: a name with a line end in it, or one that was unpacked from an old archive and shows as
      `caf\\xE9.md`.

      Good: `café.md`.

      Rename the file; the shell's completion helps to name it.
      """)

  /// S005: two paths are one on some file system.
  public static let collidingSourcePaths = DiagnosticRule(
    "S005", .error, "no two paths differ only in case or in how accents are composed",
    explanation: """
      On macOS and Windows `OpenAI.md` and `openai.md` are one file, and so are two spellings of
      `café.md`, one with `é` as one character and one as `e` and an accent. A site with both cannot
      be checked out there, and one of the two would be lost.

      Bad: `content/briefs/GPT.md` beside `content/briefs/gpt.md`.

      Good: `content/briefs/gpt.md` beside `content/briefs/gpt-store.md`.
      """)

  /// S006: a text is larger than `SourceLoader.textLimit`.
  public static let oversizedSource = DiagnosticRule(
    "S006", .error, "a text has at most 1 MiB",
    explanation: """
      A text of more than 1,048,576 bytes is no brief: mostly it is a data dump or a picture pasted
      in as base64. Reading it would slow every build, and its page would be too heavy to open.

      Bad: a Markdown file with `![](data:image/png;base64,…` of three megabytes.

      Good: the picture as `photo.png` beside the brief, and `![What it shows](photo.png)`.
      """)

  /// S007: a pipe, socket or device among the sources.
  public static let specialSource = DiagnosticRule(
    "S007", .warning, "sources are regular files",
    explanation: """
      Pipes, sockets and devices have no content of their own; reading one could wait for ever. It
      is left out of the site.

      Bad: a pipe made with `mkfifo content/feed.md`.

      Good: a regular file. If a program makes it, let the program write to a file first.
      """)

  /// S008: a file may not be read.
  public static let unreadableSource = DiagnosticRule(
    "S008", .error, "sources can be read",
    explanation: """
      The system refused to open a file or folder of the site, mostly because it belongs to another
      user. A site without it would be wrong, so nothing is written.

      Bad: `-rw------- 1 root root  content/briefs/a.md`.

      Good: `-rw-r--r-- 1 you you  content/briefs/a.md`.

      Change the mode with `chmod u+r FILE` or the owner with `chown`, or move the file away.
      """)

  /// S009: a file changed each time it was read.
  public static let restlessSource = DiagnosticRule(
    "S009", .error, "sources stand still while they are read",
    explanation: """
      A file was changed while it was being read, three times in a row. What was read could be half
      old and half new, so it is not used.

      Bad: a program that appends to `content/log.txt` without pause.

      Good: a program that writes `log.txt.new` outside the site and then moves it into place.
      """)

  /// W001: a file of an earlier build was changed by somebody and is kept.
  public static let editedOutputKept = DiagnosticRule(
    "W001", .warning, "what somebody changed in the output is not removed",
    explanation: """
      An earlier build wrote this file, the site has no such page any more, and the file is not what
      was written then. Somebody's work may be in it, so it is left where it is, and from now on it
      counts as a foreign file.

      Bad: editing `site/about/index.html` by hand.

      Good: editing `content/about.md` and building again.

      Delete the file yourself if nothing in it is needed.
      """)

  /// W002: the record of the output folder cannot be read.
  public static let damagedManifest = DiagnosticRule(
    "W002", .warning, "the record of what was written can be read",
    explanation: """
      `.brevier-manifest` in the output folder lists what earlier builds wrote. It is damaged or of
      another version, so this build compares every file with what is there, and removes nothing:
      pages that the site no longer has stay in the folder.

      Bad: editing or merging `.brevier-manifest`.

      Good: leaving it alone; keeping the output folder out of version control.

      To be sure that nothing old is left, empty the output folder and build once.
      """)
}
