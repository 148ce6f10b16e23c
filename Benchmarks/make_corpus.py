#!/usr/bin/env python3
"""Deterministic corpus of AI-industry news briefs, for benchmarks and scale tests.

    make_corpus.py --briefs N --out DIR [--seed S] [--layout brevier|neutral|hugo|pelican|plain]
                   [--entities grouped|split]

Standard library only, no network. The same N, seed and layout give the same bytes on
every machine and Python >= 3.8 (only Random.random() is used, whose sequence is stable).

Everything in it is invented: companies, people, products, publishers (under .example).

Layouts (the same briefs, bodies and registries; only the wrapping differs)
  brevier  the project's own: brevier.yml, content/briefs/YYYY/MM/SLUG.md (+ SLUG.fr.md),
           content/entities/KIND/ID.md, content/topics/PARENT/TOPIC.md
  neutral  site.yml, content/briefs/YYYY/MM/SLUG.md (+ SLUG.fr.md), content/topics.yml,
           content/entities/{companies,people,products}.yml (or one file per entity)
  hugo     content/briefs/YYYY/MM/SLUG[.fr].md, data/topics.yml, data/entities/*.yml;
           `topics` also holds the ancestors, `months` is a third taxonomy,
           `lang`/`translation_of` become the file name's .fr and `translationKey`
  pelican  content/YYYY/MM/SLUG[.fr].md with Pelican's "Key: value" metadata
           (tags = entity names, category = first topic)
  plain    posts/YYYY-MM-DD-SLUG[.fr].md, front matter of title, date, tags, categories only
           (Jekyll reads it with a link _posts -> posts)

N counts files: 90 % English, 10 % French translations of an earlier English brief.
"""
import argparse
import json
import os
import re
import sys
from bisect import bisect_left
from datetime import datetime, timedelta, timezone
from random import Random
from unicodedata import normalize

YEARS = 4
END = datetime(2026, 1, 1, tzinfo=timezone.utc)
SPAN = timedelta(days=365 * YEARS + 1)
START = END - SPAN

# --------------------------------------------------------------------- topics (60)
TOPICS = [
    ("models", "Models", "Modèles", [
        ("language-models", "Language models", "Modèles de langage"),
        ("multimodal-models", "Multimodal models", "Modèles multimodaux"),
        ("open-weights", "Open weights", "Poids ouverts"),
        ("small-models", "Small models", "Petits modèles"),
        ("reasoning", "Reasoning", "Raisonnement")]),
    ("infrastructure", "Infrastructure", "Infrastructure", [
        ("data-centres", "Data centres", "Centres de données"),
        ("accelerators", "Accelerators", "Accélérateurs"),
        ("cloud", "Cloud", "Cloud"),
        ("energy", "Energy", "Énergie"),
        ("networking", "Networking", "Réseaux")]),
    ("money", "Money", "Finance", [
        ("venture", "Venture rounds", "Levées de fonds"),
        ("acquisitions", "Acquisitions", "Acquisitions"),
        ("public-markets", "Public markets", "Marchés"),
        ("revenue", "Revenue", "Chiffre d'affaires"),
        ("debt", "Debt financing", "Dette")]),
    ("policy", "Policy", "Réglementation", [
        ("regulation", "Regulation", "Régulation"),
        ("copyright", "Copyright", "Droit d'auteur"),
        ("antitrust", "Antitrust", "Concurrence"),
        ("export-controls", "Export controls", "Contrôle des exportations"),
        ("standards", "Standards", "Normes")]),
    ("safety", "Safety", "Sûreté", [
        ("evaluations", "Evaluations", "Évaluations"),
        ("red-teaming", "Red teaming", "Red teaming"),
        ("incidents", "Incidents", "Incidents"),
        ("alignment", "Alignment", "Alignement")]),
    ("research", "Research", "Recherche", [
        ("papers", "Papers", "Articles"),
        ("datasets", "Datasets", "Jeux de données"),
        ("benchmarks", "Benchmarks", "Bancs d'essai"),
        ("robot-learning", "Robot learning", "Apprentissage robotique")]),
    ("products", "Products", "Produits", [
        ("assistants", "Assistants", "Assistants"),
        ("coding-tools", "Coding tools", "Outils de code"),
        ("search-products", "Search", "Recherche web"),
        ("enterprise", "Enterprise", "Entreprise"),
        ("consumer-devices", "Devices", "Appareils")]),
    ("agents", "Agents", "Agents", [
        ("agent-protocols", "Protocols", "Protocoles"),
        ("computer-use", "Computer use", "Usage d'ordinateur"),
        ("workflows", "Workflows", "Flux de travail")]),
    ("people-moves", "People moves", "Nominations", [
        ("hires", "Hires", "Recrutements"),
        ("departures", "Departures", "Départs"),
        ("layoffs", "Layoffs", "Licenciements")]),
    ("media", "Media generation", "Génération de médias", [
        ("image-generation", "Images", "Images"),
        ("video-generation", "Video", "Vidéo"),
        ("speech", "Speech", "Parole")]),
    ("science", "Science", "Science", [
        ("drug-discovery", "Drug discovery", "Découverte de médicaments"),
        ("materials", "Materials", "Matériaux"),
        ("weather", "Weather", "Météo")]),
    ("sectors", "Sectors", "Secteurs", [
        ("health", "Health", "Santé"),
        ("finance-sector", "Finance", "Finance"),
        ("education", "Education", "Éducation")]),
]
PARENT = {c[0]: t[0] for t in TOPICS for c in t[3]}
LEAVES = [c[0] for t in TOPICS for c in t[3]]
assert len(TOPICS) + len(LEAVES) == 60

EVENTS = [  # type, weight, likely topics, amount?, (titles en), (titles fr)
    ("funding", 18, ["venture", "debt", "revenue"], True,
     ["{a} raises {amt} {round} led by {b}", "{a} closes {amt} {round} at higher valuation",
      "{b} backs {a} with {amt}", "{a} adds {amt} to its {round}"],
     ["{a} lève {amt} auprès de {b}", "{b} investit {amt} dans {a}"]),
    ("release", 24, ["language-models", "multimodal-models", "open-weights", "small-models",
                     "assistants", "coding-tools", "reasoning", "speech", "video-generation"], False,
     ["{a} releases {p} with {adj} context", "{a} ships {p} for {sector}", "{p} reaches general availability",
      "{a} opens the weights of {p}", "{a} updates {p}, cutting prices by {pct}"],
     ["{a} publie {p}", "{a} ouvre les poids de {p}", "{p} disponible pour {sectorfr}"]),
    ("partnership", 14, ["cloud", "enterprise", "agent-protocols", "health", "finance-sector"], False,
     ["{a} and {b} agree {adj} partnership", "{b} picks {a} for {sector}", "{a} to power {b} assistants"],
     ["{a} et {b} signent un partenariat", "{b} choisit {a}"]),
    ("acquisition", 8, ["acquisitions", "antitrust"], True,
     ["{a} acquires {b} for {amt}", "{a} in talks to buy {b}", "{b} team joins {a} in {amt} deal"],
     ["{a} rachète {b} pour {amt}"]),
    ("infrastructure", 9, ["data-centres", "accelerators", "energy", "networking"], True,
     ["{a} plans {amt} data centre in {place}", "{a} orders {num} accelerators from {b}",
      "{a} and {b} break ground on {place} campus"],
     ["{a} prévoit un centre de données de {amt} à {place}"]),
    ("regulation", 7, ["regulation", "standards", "export-controls", "copyright"], False,
     ["Regulators in {place} open inquiry into {a}", "{place} rule takes effect for {a} and {b}",
      "{a} signs voluntary code in {place}"],
     ["Enquête ouverte sur {a} à {place}"]),
    ("lawsuit", 5, ["copyright", "antitrust"], True,
     ["{b} sues {a} over training data", "{a} settles with {b} for {amt}"],
     ["{b} attaque {a} en justice"]),
    ("research", 7, ["papers", "benchmarks", "datasets", "robot-learning", "materials", "weather",
                     "drug-discovery"], False,
     ["{a} researchers report {pct} gain on {bench}", "{a} publishes {bench} dataset",
      "{p} tops {bench} with {pct}"],
     ["{a} annonce {pct} sur {bench}"]),
    ("hire", 5, ["hires", "departures"], False,
     ["{a} names {h} to lead {sector}", "{h} leaves {a} for {b}"],
     ["{h} quitte {a} pour {b}"]),
    ("incident", 3, ["incidents", "red-teaming", "evaluations", "alignment"], False,
     ["{p} outage traced to {adj} rollout", "{a} pulls {p} feature after {sector} complaints"],
     ["Panne de {p} chez {a}"]),
]

# --------------------------------------------------------------------- words
PRE = ("Nova Astra Lumen Quanta Verit Corvid Helio Aero Sola Terra Omni Pico Kilo Vanta Zephyr Cobalt "
       "Marlin Osprey Juniper Alder Basalt Cinder Delta Ember Fathom Granite Harbor Indigo Jasper Kestrel "
       "Lattice Meridian Nimbus Onyx Pylon Quarry Ridge Saffron Tundra Umber Vesper Willow Xeno Yarrow Zinc "
       "Argent Birch Cirrus Dune Echo Flint Gale Hollow Iris Jade Knoll Loom Mesa North Orchid Pine Quill "
       "Rune Sable Thistle Ultra Vale Wren Yonder Zonal").split()
SUF = ("mind labs works logic scale forge stack graph wave core cast line point sense path grid field light "
       "bridge shift spark vault port loop base cell dyne flux gate hub ink key link mesh node optic").split()
TAIL = ["", "", "", " AI", " Labs", " Systems", " Research", " Robotics", " Cloud", " Capital", " Health"]
FIRST = ("Ada Bruno Clara Dmitri Elena Farid Greta Hugo Ines Jonas Keiko Lena Marco Nadia Omar Priya Quentin "
         "Rosa Sven Tara Ugo Vera Wei Ximena Yara Zoran Amina Boris Chloé Diego Élodie Felix Hana Ivo Jia").split()
LAST = ("Abara Bellini Castell Duarte Eriksen Fontaine Gruber Haddad Ilves Jansen Kovac Lindqvist Moreau Nakano "
        "Okafor Petrov Quist Rahman Sorel Tanaka Ueda Varga Weiss Xu Yilmaz Zapata Almeida Brandt Chaudhry "
        "Dvorak Engel Farkas Girard Holm Ito Jovic Kaplan Laurent Mbeki Novak").split()
PNAME = ("Atlas Beacon Comet Drift Etude Fable Glyph Haiku Ion Jolt Kite Lyric Motif Nectar Opus Prism Quest "
         "Raven Scout Tempo Unison Vector Waltz Zenith Arc Bloom Cipher Dawn Epoch Flare").split()
ADJ = ("longer larger multi-year broader cheaper staged exclusive preliminary faster regional non-binding wider "
       "quieter two-phase open private revised limited early").split()
SECTORS = ["hospitals", "insurers", "schools", "retail banks", "logistics", "public services", "call centres",
           "law firms", "developers", "newsrooms", "carmakers", "pharma research", "games studios"]
SECTORSFR = ["les hôpitaux", "les assureurs", "les écoles", "les banques", "la logistique", "les développeurs",
             "les cabinets d'avocats", "les rédactions"]
PLACES = ["Ohio", "Ireland", "Bavaria", "Texas", "Québec", "Singapore", "Norway", "Osaka", "Brussels", "Leeds",
          "Arizona", "Catalonia", "Nairobi", "São Paulo", "Seoul", "Gujarat", "Ontario", "Marseille"]
BENCH = ["MathBench", "CodeArena", "LongDoc-QA", "SciEval", "AgentGym", "VisionSet", "ToolUse-1k", "SafeCheck",
         "TransBench", "RobotSuite"]
CODE = ["max_tokens", "temperature", "top_p", "v2/chat", "--quantize int4", "safetensors", "batch_size=64",
        "GET /v1/models", "tool_choice", "context_window", "config.json", "stream=true"]
ROUNDS = ["seed round", "Series A", "Series B", "Series C", "Series D", "growth round"]
CUR = [("USD", "$"), ("USD", "$"), ("USD", "$"), ("EUR", "€"), ("GBP", "£")]
PUBS = ["Ledger Daily", "The Circuit", "Model Weekly", "Northern Wire", "Capital Notes", "Open Bench",
        "Datacentre Review", "Le Fil IA", "Policy Desk", "Compute Times", "Founders Gazette", "Release Radar"]
ROLES = {"funding": ["recipient", "lead-investor", "investor", "investor", "adviser", "investor"],
         "acquisition": ["acquirer", "target", "adviser", "seller", "adviser", "investor"],
         "release": ["developer", "product", "launch-partner", "customer", "host", "customer"],
         "partnership": ["partner", "partner", "customer", "supplier", "supplier", "customer"],
         "infrastructure": ["operator", "supplier", "supplier", "financier", "customer", "supplier"],
         "regulation": ["subject", "subject", "respondent", "respondent", "respondent", "respondent"],
         "lawsuit": ["defendant", "plaintiff", "counsel", "witness", "witness", "witness"],
         "research": ["author", "author", "evaluated", "evaluated", "funder", "author"],
         "hire": ["employer", "person", "former-employer", "peer", "peer", "peer"],
         "incident": ["operator", "affected", "affected", "reporter", "affected", "affected"]}

NOUN = ("deployment pipeline contract roadmap rollout model cluster inference training budget licence filing "
        "agreement customer audit valuation dataset benchmark policy safety team release price margin latency "
        "throughput quota capacity region workload evaluation framework disclosure subsidy tariff permit substation "
        "memory interconnect compiler kernel runtime router cache index embedding retrieval prompt agent tool "
        "plugin protocol interface notebook dashboard alert incident review board committee regulator court "
        "investor analyst supplier vendor partner buyer researcher engineer founder manager union newsroom").split()
VERB = ("expects plans says confirms reports estimates denies signals projects argues believes notes adds "
        "acknowledges promises repeats").split()
DO = ("expand reduce test ship delay replace double finance audit open close review extend migrate limit price "
      "document publish train host serve measure cap raise fund move").split()
ADV = ("quietly sharply gradually broadly reportedly initially largely partly soon steadily jointly directly "
       "separately eventually").split()

EN = """{E} {VERB} the {NOUN} will {DO} the {NOUN} by {q}.
The {NOUN} {ADV} covers {num} {sector}, up from {num2} a year earlier.
People familiar with the {NOUN} say {E} intends to {DO} its {NOUN} before the {NOUN} closes.
According to {E}, the {ADJ} {NOUN} accounts for {pct} of the {NOUN} cost.
{E} had {ADV} tried to {DO} the {NOUN}, but the {NOUN} was held up in {place}.
That compares with {amt} for the {NOUN} that {E} announced in {q}.
The {NOUN} team moves to {E}, which will {DO} a {ADJ} {NOUN} in {place}.
Analysts at {E} {ADV} cut their {NOUN} forecast by {pct} after the {NOUN}.
On {bench}, the {NOUN} scores {pct}, {pct2} above the previous {NOUN}.
Neither {E} nor {E} would say how the {NOUN} affects the {NOUN}.
The change matters to {sector}: a {ADJ} {NOUN} makes it cheaper to {DO} each {NOUN}.
{E} {VERB} that {pct} of its {NOUN} now runs on the {ADJ} {NOUN}.
A spokesperson for {E} declined to comment on the {NOUN} or the {NOUN}.
The {NOUN} follows {amt} that {E} committed to {DO} a {NOUN} in {place}.
In {place}, the {NOUN} requires a {NOUN} review within {num} days.
Documents seen with the {NOUN} show {E} asked to {DO} the {NOUN} twice.
For {sector}, the {ADJ} {NOUN} replaces a {NOUN} that {E} ran since {q}.
{E} will keep the {NOUN} {ADV} separate from its {NOUN}, the company said.
Rivals such as {E} have {ADV} moved to {DO} their own {NOUN}.
The price falls to {amt} per {NOUN}, or {pct} below the {ADJ} {NOUN}.
Early users report that the {NOUN} can {DO} a {NOUN} in {num} seconds.
Regulators want {E} to {DO} the {NOUN} and publish a {NOUN} each quarter.
The {NOUN} is the third in {num} months to {DO} a {ADJ} {NOUN}.
{E} {VERB} no change to the {NOUN}, though the {NOUN} could slip to {q}.
It is unclear whether the {NOUN} would {DO} the {NOUN} in {place} as well.
Under the terms, {E} gets access to {num} units of {NOUN} and a {ADJ} {NOUN}.
Critics of the {NOUN} say it would {ADV} {DO} the {NOUN} that {E} depends on.
The {NOUN} uses {num}k tokens of context — twice what the {ADJ} {NOUN} allowed.
“We want to {DO} the {NOUN} where it helps,” the {NOUN} lead at {E} wrote.
Since {q}, {E} has {ADV} added {num} people to the {NOUN} group.
Separately, {E} said the {NOUN} would {DO} its {NOUN} without the {ADJ} {NOUN}.
The {ADJ} {NOUN} is not expected to {DO} the {NOUN} this year.""".split("\n")

FR = """{E} prévoit de revoir le contrat de {NOUNF} avant {q}.
Selon {E}, l'accord représente {pct} du coût de {NOUNF}.
L'opération suit un engagement de {amt} annoncé par {E} à {place}.
Aucune des deux sociétés n'a souhaité commenter {NOUNF}.
Les analystes de {E} ont réduit leur prévision de {pct} après cette annonce.
Le modèle obtient {pct} sur {bench}, soit {pct2} de plus que la version précédente.
D'après des documents consultés, {E} avait demandé deux fois {NOUNF}.
À {place}, l'autorité impose désormais un examen de {NOUNF} sous {num} jours.
Pour {sectorfr}, le changement rend {NOUNF} nettement moins coûteux.
{E} gardera {NOUNF} à part de ses autres activités, a précisé l'entreprise.
« Nous voulons avancer là où cela aide », écrit un responsable de {E}.
Depuis {q}, {E} a recruté {num} personnes pour {NOUNF}.
Le tarif descend à {amt} par unité, {pct} sous le niveau antérieur.
Les premiers clients de {E} parlent d'une réponse en {num} secondes.
Des concurrents comme {E} étudient déjà une offre comparable.
Il n'est pas certain que {NOUNF} soit étendu à {place} cette année.""".split("\n")
NOUNF = ["la licence", "la capacité", "la formation", "l'inférence", "la conformité", "l'audit", "la sécurité",
         "la mémoire", "l'énergie", "la recherche", "la distribution", "l'évaluation", "la maintenance"]
HEADS = ["What happened", "Why it matters", "By the numbers", "What they say", "Background", "What to watch",
         "The details", "Between the lines", "Terms", "Reaction"]
HEADSFR = ["Les faits", "Pourquoi c'est important", "En chiffres", "Réactions", "Contexte", "À suivre"]


def compile_templates(lines):
    """'The {NOUN} of {E}.' -> [('The ', 'NOUN'), (' of ', 'E'), ('.', None)]"""
    out = []
    for line in lines:
        parts = []
        while "{" in line:
            lit, rest = line.split("{", 1)
            key, line = rest.split("}", 1)
            parts.append((lit, key))
        parts.append((line, None))
        out.append(parts)
    return out


EN_T, FR_T = compile_templates(EN), compile_templates(FR)
EV_T = [(e[0], e[1], e[2], e[3], compile_templates(e[4]), compile_templates(e[5])) for e in EVENTS]
EVENT_TITLES = {e[0]: e[4] for e in EVENTS}
EVENT_TITLES_FR = {e[0]: e[5] for e in EVENTS}
EV_CUM = []
for _e in EVENTS:
    EV_CUM.append((EV_CUM[-1] if EV_CUM else 0) + _e[1])


def slugify(s):
    s = normalize("NFKD", s).encode("ascii", "ignore").decode().lower()
    out = "".join(ch if ch.isalnum() else "-" for ch in s)
    return "-".join(x for x in out.split("-") if x)


def q(s):
    """A YAML double-quoted scalar (JSON strings are YAML)."""
    return json.dumps(s, ensure_ascii=False)


# --------------------------------------------------------------------- entities
class Entity:
    __slots__ = ("id", "name", "kind", "aliases", "owner", "meta", "forms", "kids")


def make_entities(n, seed):
    r = Random(seed * 7919 + 17).random
    pick = lambda seq: seq[int(r() * len(seq))]
    used, names, out, companies = set(), set(), [], []
    for i in range(n):
        e = Entity()
        roll = r()
        e.kind = "company" if roll < 0.6 or i < 5 else ("person" if roll < 0.78 else "product")
        for attempt in range(10000):
            if e.kind == "company":
                base = pick(PRE) + pick(SUF)
                name = base + pick(TAIL)
                if attempt > 3:
                    base = pick(PRE) + " " + base
                    name = base
            elif e.kind == "person":
                base = pick(LAST)
                name = pick(FIRST) + " " + (base if attempt < 3 else pick("ABCDEFGHIJKLMNOPRSTVW") + ". " + base)
                if attempt > 8:
                    name = name + "-" + pick(LAST)
            else:
                base = pick(PNAME)
                name = base + " " + pick(["1", "2", "3", "4", "1.5", "2.5", "3.1", "Mini", "Pro", "Flash", "XL", "Edge"])
                if attempt > 3:
                    base = pick(PRE) + " " + base
                    name = base + " " + name.split(" ", 1)[1]
            e.id = slugify(name)
            if e.id not in used and name not in names:
                break
        else:
            raise SystemExit("entity names exhausted")
        used.add(e.id)
        e.name = name
        al = []
        if base != name and r() < 0.75:
            al.append(base)
        if e.kind == "company":
            if r() < 0.35:
                al.append(name + pick([" Inc.", " SAS", " GmbH", " Ltd"]))
            if r() < 0.2:
                al.append("".join(w[0] for w in name.replace("-", " ").split()).upper() + str(int(r() * 90) + 10))
        elif e.kind == "product" and r() < 0.4:
            al.append(name.replace(" ", "-"))
        e.aliases = [a for a in dict.fromkeys(al) if a != name and a not in names]  # no name is ambiguous
        names.update(e.aliases)
        names.add(name)
        e.owner, e.kids = None, []
        if e.kind != "company" and companies:
            o = companies[int(r() ** 2 * len(companies))]
            e.owner = o.id
            o.kids.append(e)
        e.meta = {"founded": 1990 + int(r() * 35), "country": pick(["US", "FR", "GB", "DE", "JP", "CA", "KR", "IN", "SE"]),
                  "text": " ".join([pick(ADJ).capitalize(), pick(NOUN), "and", pick(NOUN), "for", pick(SECTORS) + ".",])}
        e.forms = [e.name, e.name] + e.aliases[:1] + e.aliases
        if e.kind == "company":
            companies.append(e)
        out.append(e)
    return out


def entity_yaml(e, indent=""):
    lines = [f"{indent}name: {q(e.name)}", f"{indent}kind: {e.kind}"]
    if e.aliases:
        lines.append(f"{indent}aliases: [{', '.join(q(a) for a in e.aliases)}]")
    if e.owner:
        lines.append(f"{indent}{'employer' if e.kind == 'person' else 'maker'}: {e.owner}")
    if e.kind == "company":
        lines += [f"{indent}country: {e.meta['country']}", f"{indent}founded: {e.meta['founded']}"]
    if e.kind != "person":
        lines.append(f"{indent}homepage: https://{e.id}.example/")
    lines.append(f"{indent}description: {q(e.meta['text'])}")
    return "\n".join(lines) + "\n"


PLURAL = {"company": "companies", "person": "people", "product": "products"}


# --------------------------------------------------------------------- one brief
class Gen:
    def __init__(self, n, seed, ents):
        self.n, self.seed, self.ents = n, seed, ents
        cum, t = [], 0.0
        for i in range(len(ents)):
            t += 1.0 / (i + 1)
            cum.append(t)
        self.cum, self.total = cum, t
        self.companies = [e for e in ents if e.kind == "company"]
        self.people = [e for e in ents if e.kind == "person"]
        self.products = [e for e in ents if e.kind == "product"]
        self.slugs = set()
        self.done = []  # (lang, url, title, ents, event, topics, slug, date)

    def zipf(self, r):
        return self.ents[bisect_left(self.cum, r() * self.total)]

    def amount(self, r):
        mag = r()
        cur, sym = CUR[int(r() * len(CUR))]
        if mag < 0.55:
            v = int(1 + r() * 400) * 1_000_000
        elif mag < 0.9:
            v = int(4 + r() * 90) * 100_000_000
        else:
            v = int(1 + r() * 60) * 1_000_000_000
        if v >= 1_000_000_000:
            s = f"{v / 1e9:g}B"
        else:
            s = f"{v // 1_000_000}M"
        return v, cur, sym + s

    def fill(self, t, r, ents, fr=False):
        out = []
        for lit, key in t:
            out.append(lit)
            if key is None:
                break
            if key == "NOUN":
                v = NOUN[int(r() * len(NOUN))]
            elif key == "E":
                e = ents[int(r() * len(ents))]
                v = e.forms[int(r() * len(e.forms))]
                k = r()
                if k < 0.07:
                    v = f"[{v}](https://{e.id}.example/news/{int(r() * 9000)})"
                elif k < 0.12:
                    v = f"**{v}**"
            elif key == "DO":
                v = DO[int(r() * len(DO))]
            elif key == "ADJ":
                v = ADJ[int(r() * len(ADJ))]
            elif key == "ADV":
                v = ADV[int(r() * len(ADV))]
            elif key == "VERB":
                v = VERB[int(r() * len(VERB))]
            elif key in ("pct", "pct2"):
                v = f"{int(r() * 600) / 10:g}{' ' if fr else ''}%"
            elif key in ("num", "num2"):
                v = str(int(2 + r() * 900))
            elif key == "amt":
                v = self.amount(r)[2]
            elif key == "place":
                v = PLACES[int(r() * len(PLACES))]
            elif key == "q":
                v = f"Q{1 + int(r() * 4)} {2022 + int(r() * 5)}" if not fr else f"T{1 + int(r() * 4)} {2022 + int(r() * 5)}"
            elif key == "bench":
                v = BENCH[int(r() * len(BENCH))]
            elif key == "sector":
                v = SECTORS[int(r() * len(SECTORS))]
            elif key == "sectorfr":
                v = SECTORSFR[int(r() * len(SECTORSFR))]
            elif key == "NOUNF":
                v = NOUNF[int(r() * len(NOUNF))]
            else:
                raise KeyError(key)
            out.append(v)
        s = "".join(out)
        return s[0].upper() + s[1:]

    def sentence(self, r, ents, fr):
        ts = FR_T if fr else EN_T
        s = self.fill(ts[int(r() * len(ts))], r, ents, fr)
        k = r()
        if k < 0.025:
            c = CODE[int(r() * len(CODE))]
            s = s[:-1] + (f", via `{c}`." if not fr else f", avec `{c}`.")
        elif k < 0.04:
            s = s[:-1] + f", as [first reported](https://{slugify(PUBS[int(r() * len(PUBS))])}.example/{2022 + int(r() * 4)}/{int(r() * 99999)})."
        elif k < 0.05:
            w = s.split(" ")
            j = int(r() * len(w))
            if w[j].isalpha():
                w[j] = f"*{w[j]}*"
            s = " ".join(w)
        return s

    def paragraph(self, r, ents, fr, lo, hi):
        return " ".join(self.sentence(r, ents, fr) for _ in range(lo + int(r() * (hi - lo + 1))))

    def body(self, r, ents, fr, prior):
        target = 250 + int(r() * 450)
        heads = HEADSFR if fr else HEADS
        blocks = [self.paragraph(r, ents, fr, 2, 4)]
        words = blocks[0].count(" ") + 1
        notes = []
        hi = int(r() * len(heads))
        use_heads = r() < 0.75
        since_head = 0
        # the share of briefs that may have each kind of block
        did_table, did_quote, did_code = r() > 0.42, r() > 0.5, r() > 0.18
        did_list, may_note, may_strike = r() > 0.85, r() < 0.42, r() < 0.2
        while words < target:
            k = r()
            if use_heads and since_head >= 2 and k < 0.45:
                blocks.append("## " + heads[hi % len(heads)])
                hi += 1
                since_head = 0
                b = self.paragraph(r, ents, fr, 2, 4)
            elif k < 0.60:
                b = self.paragraph(r, ents, fr, 2, 5)
            elif k < 0.70 and not did_list:
                did_list = True
                mark = r() < 0.75
                items = [self.sentence(r, ents, fr) for _ in range(3 + int(r() * 4))]
                b = "\n".join((f"- {x}" if mark else f"{i + 1}. {x}") for i, x in enumerate(items))
                if r() < 0.1 and mark:
                    b += "\n  - " + self.sentence(r, ents, fr) + "\n  - " + self.sentence(r, ents, fr)
            elif k < 0.78 and not did_table:
                did_table = True
                rows = ["| " + ("Société | Mesure | Valeur | Évolution" if fr else "Company | Measure | Value | Change") + " |",
                        "| --- | :-- | --: | --: |"]
                for _ in range(3 + int(r() * 5)):
                    e = ents[int(r() * len(ents))]
                    rows.append(f"| {e.name} | {NOUN[int(r() * len(NOUN))]} | {self.amount(r)[2]} | {'+' if r() < .6 else '−'}{int(r() * 900) / 10:g} % |")
                b = "\n".join(rows)
            elif k < 0.86 and not did_quote:
                did_quote = True
                e = self.people[int(r() * len(self.people))] if self.people else ents[0]
                b = "> " + self.sentence(r, ents, fr) + " " + self.sentence(r, ents, fr) + "\n>\n> — " + e.name
            elif k < 0.93 and may_note and len(notes) < 2:
                n = len(notes) + 1
                b = self.paragraph(r, ents, fr, 2, 4) + f"[^{n}]"
                notes.append(f"[^{n}]: " + self.sentence(r, ents, fr))
            elif k < 0.95 and not did_code:
                did_code = True
                b = "```json\n{\n  \"model\": \"" + (self.products[int(r() * len(self.products))].id if self.products else "model") + \
                    "\",\n  \"" + CODE[0] + "\": " + str(int(r() * 9000)) + ",\n  \"stream\": true\n}\n```"
            elif k < 0.965:
                b = self.paragraph(r, ents, fr, 1, 2) + f" https://{ents[0].id}.example/blog/{int(r() * 9999)}"
            elif k < 0.975 and may_strike:
                b = self.paragraph(r, ents, fr, 1, 2) + f" ~~{int(r() * 50)} %~~ {int(r() * 50)} %."
            elif prior is not None and k > 0.9:
                b = ("Plus tôt : " if fr else "Earlier: ") + f"[{prior[2]}]({prior[1]}). " + self.sentence(r, ents, fr)
                prior = None
            else:
                b = self.paragraph(r, ents, fr, 2, 4)
            blocks.append(b)
            since_head += 1
            words += b.count(" ") + 1
        blocks += notes
        return "\n\n".join(blocks) + "\n"

    def brief(self, i):
        r = Random(self.seed * 1_000_003 + i * 2 + 1).random
        fr = i % 10 == 9
        src = self.done[i - 1 - int(r() * min(8, i - 1))] if fr else None
        if fr and src[0] != "en":
            src = self.done[i - 1]
        if fr:
            _, _, _, ents, ev, topics, slug, date = src
            amt_v, amt_c, amt_s = self.amount(r) if ev[3] else (None, None, None)
        else:
            frac = (i + r() * 0.9) / self.n
            date = START + timedelta(seconds=int(frac * SPAN.total_seconds()))
            x = r() * EV_CUM[-1]
            ev = EV_T[bisect_left(EV_CUM, x)]
            k = 2 + int(r() * 5)
            ents, seen = [], set()

            def add(e):
                if e.id not in seen and len(ents) < k:
                    seen.add(e.id)
                    ents.append(e)
            for _ in range(60):
                if len(ents) >= k:
                    break
                e = self.zipf(r)
                if not ents and e.kind != "company":
                    e = self.companies[int(r() ** 3 * len(self.companies))]
                add(e)
                if e.kids and r() < 0.45:
                    add(e.kids[int(r() * len(e.kids))])
            nt = 1 + int(r() * 3)
            topics = []
            for _ in range(nt):
                t = ev[2][int(r() * len(ev[2]))] if r() < 0.7 else LEAVES[int(r() ** 1.6 * len(LEAVES))]
                if t not in topics:
                    topics.append(t)
            amt_v, amt_c, amt_s = self.amount(r)
        # title
        comp = [e for e in ents if e.kind == "company"]
        b = comp[1].name if len(comp) > 1 else self.companies[int(r() ** 2 * len(self.companies))].name
        prod = next((e.name for e in ents if e.kind == "product"), PNAME[int(r() * len(PNAME))] + " 2")
        pers = next((e.name for e in ents if e.kind == "person"), FIRST[int(r() * len(FIRST))] + " " + LAST[int(r() * len(LAST))])
        sub = {"a": comp[0].name if comp else ents[0].name, "b": b, "p": prod, "h": pers, "amt": amt_s or "$1M",
               "round": ROUNDS[int(r() * len(ROUNDS))], "adj": ADJ[int(r() * len(ADJ))],
               "sector": SECTORS[int(r() * len(SECTORS))], "sectorfr": SECTORSFR[int(r() * len(SECTORSFR))],
               "pct": f"{int(r() * 90)}%", "num": str(int(r() * 90) * 1000 + 1000),
               "place": PLACES[int(r() * len(PLACES))], "bench": BENCH[int(r() * len(BENCH))]}
        ts = ev[5] if fr else ev[4]
        title = "".join(lit + (sub[key] if key else "") for lit, key in ts[int(r() * len(ts))])
        if not fr:
            slug = slugify(title)[:64].strip("-")
            base, n2 = slug, 2
            while slug in self.slugs:
                slug = f"{base}-{n2}"
                n2 += 1
            self.slugs.add(slug)
        url = ("/fr" if fr else "") + f"/{date.year}/{date.month:02d}/{slug}/"
        summary = self.fill((FR_T if fr else EN_T)[int(r() * (len(FR) if fr else len(EN)))], r, ents, fr)
        summary = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", summary).replace("**", "")
        prior = None
        if i > 20 and r() < 0.9:
            c = self.done[int(r() * (i - 1))]
            prior = c if c[0] == ("fr" if fr else "en") else None
        body = self.body(r, ents, fr, prior)
        sources, ts2 = [], (EVENT_TITLES_FR if fr else EVENT_TITLES)[ev[0]]
        for _ in range(1 + int(r() * 4)):
            p = PUBS[int(r() * len(PUBS))]
            d = date - timedelta(days=int(r() * 3))
            s = {"title": ts2[int(r() * len(ts2))].format(**sub),
                 "publisher": p, "url": f"https://{slugify(p)}.example/{d.year}/{d.month:02d}/{slug[:30]}-{int(r() * 9999)}",
                 "date": d.strftime("%Y-%m-%d")}
            if r() < 0.3:
                s["via"] = PUBS[int(r() * len(PUBS))]
            sources.append(s)
        roles = ROLES[ev[0]]
        parts = [(e.id, "product" if e.kind == "product" else
                  "partner" if roles[j] == "product" else roles[j]) for j, e in enumerate(ents[:2 + int(r() * 3)])]
        evd = date - timedelta(days=int(r() * 2))
        updated = date + timedelta(hours=int(r() * 70)) if r() < 0.12 else None
        rec = ("fr" if fr else "en", url, title, ents, ev, topics, slug, date)
        self.done.append(rec)
        return dict(lang=rec[0], url=url, title=title, slug=slug, date=date, updated=updated, summary=summary,
                    topics=topics, ents=ents, event=ev[0], evdate=evd, amt=(amt_v, amt_c) if ev[3] else None,
                    parts=parts, sources=sources, body=body,
                    translation_of=slug if fr else None)


# --------------------------------------------------------------------- writing
def with_ancestors(topics):
    out = list(topics)
    for t in topics:
        p = PARENT.get(t)
        if p and p not in out:
            out.append(p)
    return out


def front_yaml(b, layout):
    iso = b["date"].strftime("%Y-%m-%dT%H:%M:%SZ")
    L = ["---", f"title: {q(b['title'])}", f"slug: {b['slug']}", f"date: {iso}"]
    if layout == "neutral":
        if b["updated"]:
            L.append(f"updated: {b['updated'].strftime('%Y-%m-%dT%H:%M:%SZ')}")
        L.append(f"lang: {b['lang']}")
        if b["translation_of"]:
            L.append(f"translation_of: {b['translation_of']}")
    elif layout == "hugo":
        if b["updated"]:
            L.append(f"lastmod: {b['updated'].strftime('%Y-%m-%dT%H:%M:%SZ')}")
        L.append(f"translationKey: {b['slug']}")
        L.append(f"months: [\"{b['date'].strftime('%Y-%m')}\"]")
    L.append(f"summary: {q(b['summary'])}")
    topics = with_ancestors(b["topics"]) if layout == "hugo" else b["topics"]
    if layout == "plain":
        L.append(f"categories: [{', '.join(topics)}]")
        L.append(f"tags: [{', '.join(e.id for e in b['ents'])}]")
        L.append("---")
        return "\n".join(L) + "\n\n"
    L.append(f"topics: [{', '.join(topics)}]")
    L.append("entities:")
    L += [f"  - {e.id}" for e in b["ents"]]
    L += ["event:", f"  type: {b['event']}", f"  date: {b['evdate'].strftime('%Y-%m-%d')}"]
    if b["amt"]:
        L += [f"  amount: {b['amt'][0]}", f"  currency: {b['amt'][1]}"]
    L.append("  participants:")
    for pid, role in b["parts"]:
        L += [f"    - entity: {pid}", f"      role: {role}"]
    L.append("sources:")
    for s in b["sources"]:
        L += [f"  - title: {q(s['title'])}", f"    publisher: {s['publisher']}", f"    url: {s['url']}", f"    date: {s['date']}"]
        if "via" in s:
            L.append(f"    via: {s['via']}")
    L.append("---")
    return "\n".join(L) + "\n\n"


def front_pelican(b):
    L = [f"Title: {b['title']}", f"Slug: {b['slug']}", f"Date: {b['date'].strftime('%Y-%m-%d %H:%M')}",
         f"Lang: {b['lang']}", f"Category: {b['topics'][0]}",
         "Tags: " + ", ".join(e.name.replace(",", "") for e in b["ents"]),
         f"Summary: {b['summary']}", f"Event: {b['event']}"]
    return "\n".join(L) + "\n\n"


def topics_yaml():
    L = []
    for tid, en, fr, kids in TOPICS:
        L += [f"{tid}:", f"  name: {q(en)}", f"  name_fr: {q(fr)}"]
        for cid, cen, cfr in kids:
            L += [f"{cid}:", f"  name: {q(cen)}", f"  name_fr: {q(cfr)}", f"  parent: {tid}"]
    return "\n".join(L) + "\n"


# --------------------------------------------------------------------- the project's own layout
EVENT_TYPE = {"release": ("launch", "  action: release"), "lawsuit": ("legal", "  kind: lawsuit"), "hire": ("people", "  move: hire"),
              "partnership": ("partnership", "  kind: distribution"), "acquisition": ("acquisition", "  kind: full")}
ROLE = {("funding", "recipient"): "investee", ("funding", "lead-investor"): "lead", ("acquisition", "adviser"): "seller",
        ("acquisition", "investor"): "seller", ("release", "developer"): "maker", ("partnership", "partner"): "party",
        ("partnership", "supplier"): "provider", ("infrastructure", "operator"): "operator", ("regulation", "subject"): "addressee",
        ("regulation", "respondent"): "addressee", ("research", "author"): "author", ("incident", "operator"): "operator"}
OTHER = {"funding": "investor", "acquisition": "seller", "release": "partner", "partnership": "customer",
         "infrastructure": "supplier", "research": "institution", "incident": "service"}
MONEY = {"funding": "amount", "acquisition": "price", "infrastructure": "capex"}


def ref(e):
    return f"{e.kind}/{e.id}"


def brevier_event(b):
    ents = {e.id: e for e in b["ents"]}
    kind, extra = EVENT_TYPE.get(b["event"], (b["event"], None))
    parts, seen = [], set()
    for pid, role in b["parts"]:
        e = ents.get(pid)
        if e is None or pid in seen:
            continue
        if b["event"] == "hire":
            taken = {r for _, r in parts}
            role = "person" if e.kind == "person" else "to" if e.kind == "company" and "to" not in taken else \
                   "from" if e.kind == "company" and "from" not in taken else None
        elif b["event"] == "release" and e.kind == "product":
            role = "product"
        elif e.kind != "company":
            role = None
        elif b["event"] == "lawsuit":
            role = role if role in ("defendant", "plaintiff") else None
        elif b["event"] == "release" and role == "product":
            role = "partner"
        else:
            role = ROLE.get((b["event"], role)) or (role if role in ("acquirer", "target", "lead", "investor", "customer", "supplier")
                                                     else OTHER.get(b["event"], "addressee"))
        if role:
            parts.append((ref(e), role))
            seen.add(pid)
    need = {"funding": {"investee", "lead"}, "acquisition": {"target", "acquirer"}, "release": {"product", "maker"}, "hire": {"person"},
            "partnership": {"party", "provider"}, "lawsuit": {"defendant", "plaintiff"}}.get(b["event"])
    if not parts or (need and not need & {r for _, r in parts}):
        return []
    talks = "in talks" in b["title"]
    L = ["events:", f"- id: {b['slug']}", f"  type: {kind}"] + ([extra] if extra else [])
    L += [f"  certainty: {'rumoured' if talks else 'reported'}", f"  stage: {'in_talks' if talks else 'announced'}",
          f"  date: {b['evdate'].strftime('%Y-%m-%d')}"]
    if b["amt"] and b["event"] in MONEY:
        L.append(f"  {MONEY[b['event']]}: {{value: {b['amt'][0]}, currency: {b['amt'][1]}}}")
    L.append("  participants:")
    return L + [f"  - {{entity: {pid}, role: {role}}}" for pid, role in parts]


def front_brevier(b):
    L = ["---", f"title: {q(b['title'])}", f"date: {b['date'].strftime('%Y-%m-%dT%H:%M:%SZ')}", f"summary: {q(b['summary'])}"]
    if b["translation_of"]:  # the rest is the original's
        return "\n".join(L) + "\n---\n\n"
    L.append(f"topics: [{', '.join(PARENT[t] + '/' + t if PARENT.get(t) else t for t in b['topics'])}]")
    L.append(f"entities: {{about: [{ref(b['ents'][0])}], mentions: [{', '.join(ref(e) for e in b['ents'][1:])}]}}")
    L.append("sources:")
    for n, s in enumerate(b["sources"], 1):
        via = f", via: o{n}" if "via" in s else ""
        L.append(f"- {{id: s{n}, title: {q(s['title'])}, publisher: {q(s['publisher'])}, url: {q(s['url'])}, published: {s['date']}{via}}}")
        if via:
            L.append(f"- {{id: o{n}, publisher: {q(s['via'])}, located: false}}")
    L += brevier_event(b)
    if b["updated"]:
        L += ["corrections:", f"- {{date: {b['updated'].strftime('%Y-%m-%d')}, kind: clarification, why: wording made clearer}}"]
    return "\n".join(L) + "\n---\n\n"


def body_brevier(b):
    """Links to earlier briefs become relative links to their source files."""
    return re.sub(r"\]\((/fr)?/(\d{4})/(\d\d)/([a-z0-9-]+)/\)",
                  lambda m: f"](../../{m[2]}/{m[3]}/{m[4]}{'.fr' if m[1] else ''}.md)", b["body"])


def entity_brevier(e, by_id, used):
    L = ["---", f"name: {q(e.name)}"]
    strong = [a for a in e.aliases if a not in used]
    used.update(strong)
    weak = [a for a in e.aliases if a not in strong]
    if strong:
        L.append(f"aliases: [{', '.join(q(a) for a in strong)}]")
    if weak:
        L.append(f"weak_aliases: [{', '.join(q(a) for a in weak)}]")
    owner = by_id.get(e.owner)
    if owner is not None:
        L.append(f"roles: [{{organisation: {ref(owner)}}}]" if e.kind == "person" else f"maker: {ref(owner)}")
    if e.kind == "company":
        L += [f"country: {q(e.meta['country'])}", f"founded: {e.meta['founded']}"]
    if e.kind != "person":
        L.append(f"website: https://{e.id}.example/")
    L.append(f"description: {q(e.meta['text'])}")
    return "\n".join(L) + "\n---\n"


def write_brevier_registry(put, ents):
    by_id, used = {e.id: e for e in ents}, {e.name for e in ents}
    for e in ents:
        put(f"content/entities/{e.kind}/{e.id}.md", entity_brevier(e, by_id, used))
    for tid, en, fr, kids in TOPICS:
        put(f"content/topics/{tid}.md", f"---\nname: {{en: {q(en)}, fr: {q(fr)}}}\n---\n")
        for cid, cen, cfr in kids:
            put(f"content/topics/{tid}/{cid}.md", f"---\nname: {{en: {q(cen)}, fr: {q(cfr)}}}\n---\n")
    put("brevier.yml", "title: Brief Bench\nbase_url: https://bench.example\nlanguage: en\nlanguages: [en, fr]\n"
                       "pagination: {lists: 25, entities: 50}\nfeeds: {size: 20}\n"
                       "# Generated texts know no newsroom: some of their sources credit each other in a circle.\n"
                       "strictness: off\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--briefs", type=int, required=True, metavar="N")
    ap.add_argument("--out", required=True, metavar="DIR")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--layout", choices=["brevier", "neutral", "hugo", "pelican", "plain"], default="brevier")
    ap.add_argument("--entities", choices=["grouped", "split"], default="grouped")
    a = ap.parse_args()
    if a.briefs < 10:
        ap.error("--briefs must be at least 10")
    if os.path.exists(a.out) and os.listdir(a.out):
        ap.error(f"{a.out} exists and is not empty")
    ents = make_entities(max(40, a.briefs // 10), a.seed)
    g = Gen(a.briefs, a.seed, ents)
    os.makedirs(a.out, exist_ok=True)
    made, total = set(), 0

    def put(rel, text):
        nonlocal total
        d = os.path.dirname(rel)
        if d not in made:
            os.makedirs(os.path.join(a.out, d), exist_ok=True)
            made.add(d)
        data = text.encode()
        total += len(data)
        with open(os.path.join(a.out, rel), "wb") as f:
            f.write(data)

    for i in range(a.briefs):
        b = g.brief(i)
        suffix = ".fr.md" if b["lang"] == "fr" else ".md"
        ym = b["date"].strftime("%Y/%m")
        if a.layout == "pelican":
            put(f"content/{ym}/{b['slug']}{suffix}", front_pelican(b) + b["body"])
        elif a.layout == "brevier":
            put(f"content/briefs/{ym}/{b['slug']}{suffix}", front_brevier(b) + body_brevier(b))
        elif a.layout == "plain":
            put(f"posts/{b['date'].strftime('%Y-%m-%d')}-{b['slug']}{suffix}", front_yaml(b, "plain") + b["body"])
        else:
            put(f"content/briefs/{ym}/{b['slug']}{suffix}", front_yaml(b, a.layout) + b["body"])
    if a.layout in ("neutral", "hugo"):
        where = "content" if a.layout == "neutral" else "data"
        put(f"{where}/topics.yml", topics_yaml())
        if a.entities == "split":
            for e in ents:
                put(f"{where}/entities/{e.id}.yml", entity_yaml(e))
        else:
            for kind, plural in PLURAL.items():
                put(f"{where}/entities/{plural}.yml",
                    "".join(f"{e.id}:\n{entity_yaml(e, '  ')}" for e in ents if e.kind == kind) or "{}\n")
    if a.layout == "brevier":
        write_brevier_registry(put, ents)
    if a.layout == "neutral":
        put("site.yml", "title: Brief Bench\nbase_url: https://bench.example\nlanguages: [en, fr]\n"
                        "page_size: 25\nentity_page_size: 50\nfeed_size: 20\n")
    print(f"{a.briefs} briefs, {len(ents)} entities, {len(TOPICS) + len(LEAVES)} topics, {total} bytes, layout {a.layout}")


if __name__ == "__main__":
    sys.exit(main())
