#!/usr/bin/env python3
"""What an author sees in a browser while 'brevier serve' runs: make test-browser.

Each test starts from a site that 'brevier new site' makes, served on a free port, and drives
Chromium. The environment variable BREVIER names the program, CHROMIUM the browser.
"""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
import urllib.request

from playwright.sync_api import expect, sync_playwright

BREVIER = os.environ.get("BREVIER", ".build/release/brevier")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 15_000

BRIEF = """---
title: "{title}"
date: 2026-01-05
topics: [models]
sources:
  - url: https://example.org/a
---
{body}
"""


class Site:
    """A site in a folder of its own and a server that shows it."""

    def __init__(self, *options):
        self.holder = tempfile.TemporaryDirectory(prefix="preview-")
        self.folder = pathlib.Path(self.holder.name) / "site"
        subprocess.run([BREVIER, "new", "site", str(self.folder)], check=True, capture_output=True)
        # Without templates of its own a site has those that the program brings along.
        shutil.rmtree(self.folder / "templates")
        self.write("content/topics/models.md", "---\nname: Models\n---\n")
        for name in ("one", "two"):
            self.brief(name, f"Brief {name}", f"The text of brief {name}.\n")
        self.options = options
        self.server = None
        self.lines = []
        self.port = 0
        self.start()

    def start(self):
        self.server = subprocess.Popen(
            [BREVIER, "serve", "--source", str(self.folder), "--port", str(self.port),
             "--as-of", "2026-02-01", *self.options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        started = threading.Event()

        def read():
            for line in self.server.stdout:
                self.lines.append(line)
                if " shows the site" in line:
                    started.set()

        threading.Thread(target=read, daemon=True).start()
        if not started.wait(60):
            raise AssertionError("the server did not start: " + "".join(self.lines))
        address = next(line for line in reversed(self.lines) if " shows the site" in line)
        self.address = address.split()[0]
        self.port = int(re.search(r":(\d+)/", self.address).group(1))

    def stop(self):
        self.server.terminate()
        self.server.wait(20)
        self.server.stdout.close()

    def close(self):
        self.stop()
        self.holder.cleanup()

    def write(self, path, text):
        """Saves a file as most editors do: a temporary one that takes the name."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        other = target.with_name(target.name + ".tmp")
        other.write_text(text, encoding="utf-8")
        os.replace(other, target)

    def read(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def brief(self, name, title, body, more=""):
        text = BRIEF.format(title=title, body=body)
        self.write(f"content/briefs/{name}.md", text.replace("topics:", more + "topics:", 1))

    def own(self, path):
        """A file of the theme that the program brings along, as the site's own."""
        source = pathlib.Path(__file__).resolve().parents[2] / "templates" / path
        return source.read_text(encoding="utf-8")

    def page(self, title):
        """The address of the brief of a title."""
        home = urllib.request.urlopen(self.address, timeout=10).read().decode()
        found = re.search(r'href="([^"]+)"[^>]*>\s*' + re.escape(title), home)
        return self.address.rstrip("/") + found.group(1)


class PreviewTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = sync_playwright().start()
        cls.browser = cls.driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.driver.stop()

    def serve(self, *options):
        site = Site(*options)
        self.addCleanup(site.close)
        self.context = self.browser.new_context()
        self.addCleanup(self.context.close)
        self.context.set_default_timeout(PATIENCE)
        return site

    def open(self, address):
        """A page that is connected, with a mark that a reload would wipe away."""
        page = self.context.new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda word: page.complaints.append(word.text)
                if word.type == "error" and "404" not in word.text else None)
        page.goto(address)
        self.connected(page)
        self.mark(page)
        return page

    def connected(self, page):
        page.wait_for_function("document.querySelector('site-preview')?.dataset.moment")

    def moment(self, page):
        return int(page.evaluate("document.querySelector('site-preview').dataset.moment"))

    def mark(self, page):
        page.evaluate("window.isOld = true")

    def is_old(self, page):
        return page.evaluate("window.isOld === true")

    def test_a_save_reloads_the_page_and_no_other(self):
        site = self.serve()
        one, two = self.open(site.page("Brief one")), self.open(site.page("Brief two"))
        before = self.moment(two)
        # 'related' and 'next' links may show a title on other pages; a text is on its own alone.
        site.brief("one", "Brief one", "Altogether other words.\n")
        expect(one.locator("main")).to_contain_text("Altogether other words.", timeout=PATIENCE)
        self.assertFalse(self.is_old(one))
        two.wait_for_function(
            f"Number(document.querySelector('site-preview').dataset.moment) > {before}")
        self.assertTrue(self.is_old(two))
        self.assertEqual(one.complaints + two.complaints, [])

    def test_scroll_and_open_details_are_kept(self):
        site = self.serve()
        head, content = site.own("brief.html").rsplit("{% endblock %}", 1)
        site.write("templates/brief.html", head + "<details id=d><summary>More</summary>x</details>"
                   "<div style='height:4000px'></div>{% endblock %}" + content)
        page = self.open(site.page("Brief one"))
        page.locator("#d summary").click()
        page.evaluate("scrollTo(0, 1500)")
        site.brief("one", "Brief one", "Changed below the reader.\n")
        expect(page.locator("main")).to_contain_text("Changed below", timeout=PATIENCE)
        page.wait_for_function("scrollY === 1500")
        self.assertTrue(page.evaluate("document.getElementById('d').open"))

    def test_a_style_is_swapped_without_a_reload(self):
        site = self.serve()
        style = "assets/" + next(
            path.name for path in (pathlib.Path(__file__).resolve().parents[2] / "templates/assets")
            .iterdir() if path.suffix == ".css")
        site.write("templates/" + style, site.own(style))
        page = self.open(site.address)
        site.write("templates/" + style, site.own(style) + "\nbody { letter-spacing: 7px !important; }\n")
        page.wait_for_function("getComputedStyle(document.body).letterSpacing === '7px'")
        site.write("templates/" + style, site.own(style) + "\nbody { letter-spacing: 3px !important; }\n")
        page.wait_for_function("getComputedStyle(document.body).letterSpacing === '3px'")
        self.assertTrue(self.is_old(page))
        self.assertEqual(page.complaints, [])

    def mistake(self, site, page, words, make, mend):
        """A mistake is shown over the last good page, and goes when it is mended."""
        text = page.locator("body").inner_text()
        make()
        overlay = page.locator("site-preview .overlay")
        expect(overlay).to_be_visible(timeout=PATIENCE)
        expect(overlay).to_contain_text(words)
        self.assertIn(text.strip()[:40], page.locator("body").inner_text())
        mend()
        expect(overlay).to_be_hidden(timeout=PATIENCE)

    def test_mistakes_are_shown_and_go_away_when_mended(self):
        site = self.serve()
        page = self.open(site.page("Brief one"))
        good = site.read("content/briefs/one.md")
        settings = site.read("brevier.yml")
        cases = [
            ("F004", "content/briefs/one.md", good.replace("title:", "titel:")),
            ("C024", "content/briefs/one.md", good.replace("[models]", "[modells]")),
            ("C020", "content/briefs/one.md", good + "\nSaid [[company/nobody]].\n"),
            ("F004", "brevier.yml", settings + "\nbasurl: x\n"),
            ("error", "templates/brief.html", "{% if %}"),
        ]
        for code, path, bad in cases:
            with self.subTest(code=code, path=path):
                there = (site.folder / path).exists()

                def mend():
                    if there:
                        site.write(path, good if path.endswith("one.md") else settings)
                    else:
                        (site.folder / path).unlink()

                self.mistake(site, page, code, lambda: site.write(path, bad), mend)
        # What came of it is the page as it was; nobody had to start anything anew.
        expect(page.locator("main")).to_contain_text("The text of brief one.")

    def test_a_fault_on_one_page_leaves_its_last_good_one(self):
        site = self.serve()
        page = self.open(site.page("Brief one"))
        self.mistake(
            site, page, "templates/brief.html",
            lambda: site.write("templates/brief.html", site.own("brief.html").replace(
                "{% endblock %}", "{{ nothing.at.all }}{% endblock %}", 1)),
            lambda: (site.folder / "templates/brief.html").unlink())

    def test_a_folder_that_goes_and_comes_back(self):
        site = self.serve()
        page = self.open(site.address)
        away = site.folder.parent / "away"
        self.mistake(site, page, "content", lambda: os.rename(site.folder / "content", away),
                     lambda: os.rename(away, site.folder / "content"))
        self.mistake(site, page, "cannot", lambda: os.rename(site.folder, away),
                     lambda: os.rename(away, site.folder))

    def test_a_report_is_text_and_never_markup(self):
        site = self.serve()
        page = self.open(site.page("Brief one"))
        site.write("content/briefs/one.md", site.read("content/briefs/one.md").replace(
            "title:", "'<img src=x onerror=window.hurt=1>': x\ntitle:"))
        overlay = page.locator("site-preview .overlay")
        expect(overlay).to_contain_text("<img src=x", timeout=PATIENCE)
        self.assertEqual(page.evaluate(
            "document.querySelector('site-preview').shadowRoot.querySelectorAll('img').length"), 0)
        self.assertIsNone(page.evaluate("window.hurt ?? null"))

    def test_before_the_first_good_site_a_page_says_what_is_wrong(self):
        site = self.serve()
        good = site.read("content/briefs/one.md")
        site.stop()
        site.write("content/briefs/one.md", good.replace("title:", "titel:"))
        site.start()
        page = self.context.new_page()
        page.goto(site.address)
        expect(page.locator("h1")).to_have_text("The site cannot be shown yet")
        expect(page.locator("body > pre").first).to_contain_text("F004")
        site.write("content/briefs/one.md", good)
        expect(page.locator("h1")).not_to_have_text("The site cannot be shown yet", timeout=PATIENCE)

    def test_the_overlay_and_the_bar_work_by_keyboard(self):
        site = self.serve()
        page = self.open(site.page("Brief one"))
        bar = page.locator("site-preview .bar button").first
        bar.focus()
        page.keyboard.press("Enter")
        panel = page.locator("site-preview .panel")
        expect(panel).to_be_visible()
        expect(panel).to_contain_text("content/briefs/one.md")
        self.assertEqual(bar.get_attribute("aria-expanded"), "true")
        page.reload()
        self.connected(page)
        expect(panel).to_be_visible()
        page.locator("site-preview .bar button").first.focus()
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        site.write("content/briefs/two.md", "---\ntitel: x\n---\n")
        overlay = page.locator("site-preview .overlay")
        expect(overlay).to_be_visible(timeout=PATIENCE)
        overlay.locator("button").focus()
        page.keyboard.press("Escape")
        expect(overlay).to_be_hidden()
        expect(page.locator("site-preview .bar")).to_contain_text("mistake")

    def test_nothing_of_it_is_printed(self):
        site = self.serve()
        page = self.open(site.address)
        page.emulate_media(media="print")
        self.assertEqual(page.evaluate(
            "getComputedStyle(document.querySelector('site-preview')).display"), "none")

    def test_drafts_have_a_mark(self):
        site = self.serve("--drafts")
        site.brief("three", "Brief three", "Not yet.\n", "draft: true\n")
        page = self.open(site.address)
        expect(page.locator("body")).to_contain_text("Brief three", timeout=PATIENCE)
        page.goto(site.page("Brief three"))
        self.connected(page)
        expect(page.locator("site-preview .bar .mark")).to_have_text("draft")

    def test_an_address_without_a_page_gets_404_and_the_page_when_it_is_made(self):
        site = self.serve()
        address = site.page("Brief one").replace("one", "four")
        page = self.context.new_page()
        answer = page.goto(address)
        self.assertEqual(answer.status, 404)
        self.connected(page)
        text = site.read("content/briefs/one.md").replace("Brief one", "Brief four")
        site.write("content/briefs/four.md", text)
        expect(page.locator("main")).to_contain_text("The text", timeout=PATIENCE)

    def test_another_run_of_the_server_is_found(self):
        site = self.serve()
        page = self.open(site.page("Brief one"))
        site.stop()
        site.brief("one", "Brief one", "Written while nobody looked.\n")
        site.start()
        expect(page.locator("main")).to_contain_text("while nobody looked", timeout=PATIENCE)

    def test_a_page_elsewhere_reads_nothing(self):
        site = self.serve()
        page = self.context.new_page()
        page.route("http://elsewhere.example/", lambda route: route.fulfill(
            content_type="text/html", body="<!doctype html><title>x</title>"))
        page.goto("http://elsewhere.example/")
        read = page.evaluate("""async (address) => {
          const results = {};
          try { results.fetch = (await fetch(address)).ok } catch { results.fetch = 'no' }
          const load = (name, attribute) => new Promise((done) => {
            const made = document.createElement(name);
            made.onload = () => done('yes'); made.onerror = () => done('no');
            made[attribute] = address + (name === 'script' ? '.preview/client.js' : '');
            document.head.append(made);
          });
          results.script = await load('script', 'src');
          results.image = await load('img', 'src');
          return results;
        }""", site.address)
        self.assertEqual(read, {"fetch": "no", "script": "no", "image": "no"})


if __name__ == "__main__":
    unittest.main(verbosity=2)
