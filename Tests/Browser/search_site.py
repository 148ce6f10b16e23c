"""A small site for the checks of the search, and a server that sends it under the strictest policy."""
import functools
import http.server
import pathlib
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)

ENTITIES = {
    "company/openai": "name: OpenAI\naliases: [Open AI]\ndescription: Makes ChatGPT.\n",
    "company/meta": "name: Meta\nprevious_names: [{name: Facebook}]\ndescription: Owns Instagram.\n",
    "company/meta-labs": "name: Meta Labs\ndescription: A part of it.\n",
    "company/vinai": "name: VinAI\ndescription: A laboratory in Hà Nội.\n",
}
TOPICS = {"models": "name: {en: Models, fr: Modèles}\n", "money": "name: {en: Money, fr: Argent}\n"}


def briefs():
    """Thirty-odd briefs, the newest last."""
    found = [
        ("gpt-4o", "en", "2025-03-01", "OpenAI releases GPT-4o", "models",
         "The model GPT-4o was released. It reads pictures."),
        ("hanoi", "en", "2025-03-02", "VinAI announces đầu tư in Đà Nẵng", "money",
         "Money called đầu tư comes from an œuvre of many."),
        ("old-name", "en", "2025-03-03", "Meta trains a model", "models",
         "Meta is training a model in [[Meta]]'s own data centre."),
        ("hostile", "en", "2025-03-04", "A <script>window.planted = 1</script> title & more", "models",
         "Nothing happens."),
        ("levee", "fr", "2025-03-05", "Une levée de fonds pour Mistral", "money",
         "Les investisseurs ont annoncé un investissement."),
    ]
    for number in range(30):
        found.append((
            f"part-{number:02}", "en", f"2025-0{4 + number // 28}-{1 + number % 28:02}",
            f"Chip plan, part {number}", "money", f"The plan of chips goes on, chapter {number}."))
    return found


def write(folder, base="https://example.org/"):
    """Writes the sources."""
    def put(path, text):
        path = folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    put("brevier.yml", f"title: Test\nbase_url: {base}\nlanguages: [en, fr]\nstrictness: 'off'\n")
    for name, text in ENTITIES.items():
        put(f"content/entities/{name}.md", f"---\n{text}---\n")
    for name, text in TOPICS.items():
        put(f"content/topics/{name}.md", f"---\n{text}---\n")
    for name, language, date, title, topic, body in briefs():
        put(f"content/briefs/{name}.md",
            f"---\ntitle: '{title}'\nlang: {language}\ndate: {date}\ntopics: [{topic}]\nsources: [https://news.example/{name}]\n---\n\n{body}\n")


def build(brevier, source, output):
    subprocess.run(
        [brevier, "build", "--quiet", "--as-of", "2026-01-15", "--source", source, "--output", output],
        check=True)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends files below a path, with the policy, and remembers what was asked for."""
    asked = []
    base = "/"
    gone = set()

    def do_GET(self):
        path = self.path.split("?")[0]
        self.asked.append(path)
        if path in self.gone or not path.startswith(self.base):
            return self.send_error(404)
        self.path = "/" + self.path[len(self.base):]
        super().do_GET()

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(folder, base="/"):
    """A server on a free port of this machine; returns it and its address."""
    handler = type("Handler", (Handler,), {"asked": [], "base": base, "gone": set()})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.handler = handler
    return server, f"http://127.0.0.1:{server.server_port}{base}"
