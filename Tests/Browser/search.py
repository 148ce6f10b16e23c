#!/usr/bin/env python3
"""Checks the search in a browser: `make test-browser`, or `search.py PROGRAM`.

Needs Chromium and the Python packages playwright and axe-playwright-python (`make deps-browser`).
"""
import gzip
import pathlib
import shutil
import sys
import tempfile
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

import search_site

PROGRAM = None
VECTORS = search_site.ROOT / "Tests/SearchIndexTests/Fixtures/terms.tsv"
TERMS = """async ([address, lines, without]) => {
  const { TermReader } = await import(address.module);
  const wrong = [];
  for (const [language, text, terms] of lines) {
    const manifest = await (await fetch(address[language] ?? address.en)).json();
    if (without.includes(language)) Object.assign(manifest, { stop: "", steps: [] });
    const found = new TermReader(manifest).terms(text).join(" ");
    if (found !== terms) wrong.push([language, text, terms, found]);
  }
  return wrong;
}"""


class SearchTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(cls.folder.name)
        cls.sites = {}
        for name, base in (("root", "/"), ("sub", "/sub/")):
            search_site.write(root / name, f"https://example.org{base}")
            search_site.build(PROGRAM, root / name, root / (name + "-site"))
            cls.sites[name] = search_site.serve(root / (name + "-site"), base)
        cls.root = root
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        for server, _ in cls.sites.values():
            server.shutdown()
        cls.folder.cleanup()

    def setUp(self):
        self.messages = []
        self.page = self.open_page()

    def tearDown(self):
        self.page.context.close()
        # A breach of the policy is told on the console, as any fault is.
        self.assertEqual(self.messages, [])

    def open_page(self, **options):
        page = self.browser.new_context(**options).new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: self.messages.append(message.text)
                if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        return page

    def go(self, path="", site="root", page=None):
        (page or self.page).goto(self.sites[site][1] + path)

    @property
    def box(self):
        return self.page.get_by_role("combobox", name="Search the site")

    @property
    def titles(self):
        return self.page.locator(".search-results .card-title")

    # ---- Reading alike

    def test_the_script_reads_every_text_of_the_list_as_the_program_does(self):
        lines = [line.split("\t") for line in VECTORS.read_text("utf-8").split("\n") if line]
        self.assertGreaterEqual(len(lines), 60)
        self.go()
        base = self.sites["root"][1]
        address = {"module": base + "assets/search/search-index.js",
                   "en": base + "search/en.json", "fr": base + "search/fr.json"}
        self.assertEqual(self.page.evaluate(TERMS, [address, lines, ["de", "vi", "ja"]]), [])

    # ---- The box

    def test_typing_in_the_box_shows_results_that_arrows_reach(self):
        self.go("topics/")
        self.box.press_sequentially("chip pl")
        options = self.page.get_by_role("option")
        expect(options.first).to_contain_text("Chip plan, part 29")
        expect(self.box).to_have_attribute("aria-expanded", "true")
        self.box.press("ArrowDown")
        expect(options.first).to_have_attribute("aria-selected", "true")
        self.assertEqual(self.box.get_attribute("aria-activedescendant"),
                         options.first.get_attribute("id"))
        self.box.press("ArrowUp")
        self.assertIsNone(self.box.get_attribute("aria-activedescendant"))
        self.box.press("ArrowUp")
        expect(options.last).to_have_attribute("aria-selected", "true")
        expect(options.last).to_contain_text("All results for “chip pl”")
        self.box.press("ArrowUp")
        self.box.press("Enter")
        self.page.wait_for_url("**/briefs/part-*/")

    def test_escape_closes_the_list_and_a_stroke_opens_the_box(self):
        self.go()
        self.page.keyboard.press("/")
        expect(self.box).to_be_focused()
        self.box.press_sequentially("meta")
        expect(self.page.get_by_role("listbox")).to_be_visible()
        self.box.press("Escape")
        expect(self.page.get_by_role("listbox")).to_be_hidden()
        expect(self.box).to_have_attribute("aria-expanded", "false")
        self.box.press_sequentially("/")
        expect(self.box).to_have_value("meta/")

    def test_the_box_says_how_many_results_there_are_and_when_there_are_none(self):
        self.go()
        self.box.fill("chip")
        expect(self.page.locator("form.search [role=status]")).to_have_text("Results: 30")
        self.box.fill("zzzz")
        expect(self.page.locator("form.search [role=status]")).to_have_text(
            "Nothing was found for “zzzz”.")

    def test_a_click_on_a_result_opens_it(self):
        self.go()
        self.box.fill("gpt-4o")
        self.page.get_by_role("option").filter(has_text="releases").click()
        self.page.wait_for_url("**/briefs/gpt-4o/")

    def test_nothing_of_the_index_is_fetched_before_somebody_asks(self):
        handler = self.sites["root"][0].handler
        handler.asked.clear()
        self.go()
        self.page.wait_for_load_state("networkidle")
        self.assertEqual([path for path in handler.asked if "search" in path],
                         ["/assets/search/search.js"])

    # ---- The search page

    def test_enter_in_the_box_leads_to_the_page_of_results(self):
        self.go()
        self.box.fill("chip")
        self.box.press("Enter")
        self.page.wait_for_url("**/search/?q=chip")
        expect(self.titles).to_have_count(10)
        expect(self.titles.first).to_have_text("Chip plan, part 29")
        expect(self.page.get_by_role("status")).to_have_text("Results: 30")
        self.page.get_by_role("button", name="More results").click()
        expect(self.titles).to_have_count(30)
        expect(self.titles.nth(10).locator("a")).to_be_focused()

    def test_words_are_found_folded_inflected_in_part_and_by_other_names(self):
        for question, title in (
            ("dau tu", "VinAI announces đầu tư in Đà Nẵng"), ("ĐẦU TƯ", "VinAI announces"),
            ("da nang", "VinAI announces"), ("oeuvre", "VinAI announces"), ("4o", "GPT-4o"),
            ("gpt-4", "GPT-4o"), ("trained models", "Meta trains"), ("facebook", "Meta trains"),
            ("traini", "Meta trains"), ("pictur", "GPT-4o"),
        ):
            with self.subTest(question):
                self.go(f"search/?q={question}")
                expect(self.titles.first).to_contain_text(title)

    def test_french_is_read_as_french(self):
        for question in ("investir", "levees", "fonds annoncés"):
            with self.subTest(question):
                self.go(f"fr/search/?q={question}")
                expect(self.titles.first).to_have_text("Une levée de fonds pour Mistral")
        expect(self.page.get_by_role("status")).to_have_text("Résultats : 1")

    def test_names_and_topics_are_found_as_pages(self):
        self.go("search/?q=facebook")
        subject = self.page.locator(".search-subjects a").first
        expect(subject).to_have_text("Meta")
        self.go("search/?q=meta")
        # The name itself before those that have it among others.
        expect(self.page.locator(".search-subjects a")).to_have_text(["Meta", "Meta Labs"])
        self.go("search/?q=facebook")
        subject.click()
        self.page.wait_for_url("**/companies/meta/")

    def test_facets_narrow_down_and_stand_in_the_address(self):
        self.go("search/?q=model")
        expect(self.titles).to_have_count(3)
        self.page.get_by_text("Narrow down").click()
        self.page.get_by_label("Name", exact=True).select_option("company/meta")
        expect(self.titles).to_have_count(1)
        self.assertIn("entity=company%2Fmeta", self.page.url)
        self.page.reload()
        expect(self.titles).to_have_count(1)
        expect(self.page.get_by_label("Name", exact=True)).to_have_value("company/meta")

    def test_the_best_match_can_come_first(self):
        self.go("search/?q=part 3")
        self.page.get_by_label("Order").select_option("best")
        expect(self.titles.first).to_have_text("Chip plan, part 3")
        self.assertIn("order=best", self.page.url)

    def test_some_words_are_better_than_none(self):
        self.go("search/?q=GPT-4o qqqq")
        expect(self.page.get_by_role("status")).to_contain_text("some of them")
        expect(self.titles.first).to_contain_text("GPT-4o")

    def test_a_hostile_question_or_title_is_only_text(self):
        self.go("search/?q=<b onerror=zz>")
        expect(self.page.get_by_role("status")).to_contain_text("<b onerror=zz>")
        self.go("search/?q=title script")
        expect(self.titles.first).to_contain_text("<script>window.planted = 1</script>")
        self.assertIsNone(self.page.evaluate("window.planted ?? null"))

    def test_the_scripts_are_small(self):
        folder = search_site.ROOT / "templates/assets/search"
        self.assertLessEqual(sum(len(gzip.compress(p.read_bytes())) for p in folder.iterdir()), 10_000)

    def test_a_site_below_a_path_works_alike(self):
        self.go("search/?q=facebook", site="sub")
        self.titles.first.locator("a").click()
        self.page.wait_for_url("**/sub/briefs/old-name/")

    def test_a_site_published_anew_meanwhile_is_asked_anew(self):
        handler = self.sites["root"][0].handler
        self.go("search/?q=chip")
        expect(self.titles).to_have_count(10)
        # The files that the page's manifest names are gone until it asks for the manifest again.
        files = {"/search/en/" + path.name for path in (self.root / "root-site/search/en").iterdir()}
        handler.gone.update(files)
        handler.asked.clear()

        def manifest(route):
            handler.gone.clear()
            route.continue_()

        self.page.route("**/search/en.json", manifest)
        self.page.get_by_text("Narrow down").click()
        expect(self.page.get_by_label("Topic").locator("option")).to_have_count(2)
        self.assertEqual(handler.asked.count("/search/en.json"), 1)
        # The browser reports the file that was missing; it is what this is about.
        self.messages[:] = [message for message in self.messages if "404" not in message]

    # ---- For everyone

    def test_without_scripts_there_is_something_to_browse(self):
        page = self.open_page(java_script_enabled=False)
        self.go(page=page)
        page.get_by_label("Search the site").fill("chip")
        page.get_by_role("button", name="Search").click()
        page.wait_for_url("**/search/?q=chip")
        expect(page.get_by_text("The search needs scripts")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="Models")).to_be_visible()
        page.context.close()

    def test_nobody_is_shut_out_in_light_and_dark_wide_and_narrow(self):
        for scheme in ("light", "dark"):
            for width in (1280, 320):
                page = self.open_page(color_scheme=scheme, viewport={"width": width, "height": 700})
                self.go("search/?q=chip", page=page)
                expect(page.locator(".search-results .card")).to_have_count(10)
                page.get_by_text("Narrow down").click()
                self.check_access(page, f"results, {scheme}, {width}")
                self.go("topics/models/", page=page)
                page.get_by_role("combobox", name="Search the site").fill("meta")
                expect(page.get_by_role("listbox")).to_be_visible()
                page.keyboard.press("ArrowDown")
                self.check_access(page, f"list, {scheme}, {width}")
                page.context.close()

    def check_access(self, page, place):
        found = Axe().run(page).response["violations"]
        self.assertEqual([(one["id"], one["nodes"][0]["target"]) for one in found], [], place)
        self.assertLessEqual(
            page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0, place)


if __name__ == "__main__":
    PROGRAM = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".build/release/brevier").resolve()
    unittest.main()
