"""Names of press agencies and outlets that print in French, and what such names look like."""

import re

from corpus.folding import fold_name, words

AGENCIES = """
AFP, Agence France-Presse, Agence France Presse, AP, Associated Press, The Associated Press,
Reuters, Thomson Reuters, Bloomberg, DPA, EFE, ANSA, UPI, Belga, ATS, Keystone-ATS, La Presse
canadienne, Xinhua, Chine nouvelle, TASS, ITAR-TASS, RIA Novosti, Sputnik, Sputnik Afrique,
Interfax, AA, Anadolu, Agence Anadolu, IRNA, Kyodo, Yonhap, APA, APAnews, APA news, Apanews, Agence
de presse africaine, PANA, Panapress, Panafrican News Agency, AIB, Agence d'information du Burkina,
AMAP, Agence malienne de presse et de publicité, ANP, Agence nigérienne de presse, APS, Agence de
presse sénégalaise, Algérie presse service, AIP, Agence ivoirienne de presse, AGP, Agence guinéenne
de presse, Agence gabonaise de presse, ATOP, Agence togolaise de presse, ABP, Agence Bénin presse,
ACP, Agence congolaise de presse, ACI, Agence congolaise d'information, ACAP, Agence mauritanienne
d'information, MAP, TAP, Tunis Afrique Presse, Alwihda Info, ATPE, Agence Ecofin, Ecofin, Ecofin
Agency, ADIAC, Infosplusgabon, Fides, Agence Fides, AllAfrica, 6Medias, Relaxnews, ETX Studio, ETX
Daily Up, AFP-Services, Media Services, The Conversation, Agence Nova
"""

OUTLETS = """
Le Monde, Le Monde Afrique, Le Figaro, Libération, La Croix, Le Parisien, Aujourd'hui en France,
L'Humanité, Les Echos, LesEchos, La Tribune, La Tribune Afrique, L'Opinion, Le Point, Le Point
Afrique, L'Express, L'Obs, Le Nouvel Obs, Marianne, Mediapart, Courrier international, Slate, Slate
Afrique, Le Monde diplomatique, Ouest-France, Sud Ouest, La Dépêche, La Dépêche du Midi, La Voix du
Nord, Le Télégramme, Le Progrès, Le Dauphiné libéré, Nice-Matin, La Provence, Midi Libre, L'Est
républicain, Paris Match, 20 Minutes, HuffPost, Le HuffPost, Atlantico, Valeurs actuelles, Causeur,
France Info, franceinfo, France Inter, France Culture, France 24, France24, RFI, RFI Afrique,
TV5Monde, TV5 Monde, BFMTV, BFM TV, CNews, LCI, TF1, TF1 Info, RTL, Europe 1, RMC, Public Sénat,
LCP, Euronews, Arte, Africanews, BBC Afrique, BBC News Afrique, BBC, DW, Deutsche Welle, VOA
Afrique, VOA, RT, RT en français, RT France, CGTN Français, TRT Français, TRT Afrika, Orange Actu,
Yahoo Actualités, MSN, Boursorama, Zone Bourse, L'Usine nouvelle, Le Soir, La Libre, La Libre
Afrique, RTBF, RTL Info, DH, L'Avenir, L'Echo, RTS, Le Temps, Swissinfo, Tribune de Genève, 24
heures, La Presse, Le Devoir, Radio-Canada, Le Journal de Montréal, TVA Nouvelles, L'Orient-Le Jour,
Jeune Afrique, The Africa Report, Financial Afrik, Afrik.com, Afrik, Africa Intelligence, La Lettre
du continent, Mondafrique, Mondafrique.com, Seneweb, Dakaractu, Senenews, Senego, Le Soleil, Sud
Quotidien, Sud FM, Le Quotidien, L'Observateur, WalFadjri, Walf, PressAfrik, Leral, Leral.net,
Xibaaru, Dakar Matin, Le360, Le360 Afrique, Le Journal de l'Afrique, Afrique-sur7, Afrique sur 7,
Afrique Media, Afrimag, Mali Web, Maliweb, Maliweb.net, Malijet, Malijet.com, MaliActu,
Maliactu.net, Mali Actu, Bamada, Bamada.net, aBamako, aBamako.com, Mali24, Mali 24, Mali Tribune,
L'Essor, L'Indépendant, Le Républicain, Les Échos du Mali, Info-Matin, Le Challenger, L'Aube, Le
Prétoire, 22 Septembre, Le Pays, Le Combat, Le Sursaut, Studio Tamani, ORTM, Joliba TV, Mikado FM,
Sahel Tribune, Sahelien, Sahélien.com, Le Sahel, ActuNiger, Actu Niger, Niamey et les 2 jours,
NigerDiaspora, Niger Express, Journal du Niger, L'Événement Niger, Aïr Info, Studio Kalangou,
Tamtaminfo, Niger Inter, Burkina 24, Burkina24, LeFaso, LeFaso.net, Lefaso.net, Sidwaya,
L'Observateur Paalga, Wakat Séra, WakatSéra, Minute.bf, Oméga FM, Radio Oméga, RTB, L'Économiste du
Faso, Net Afrique, NetAfrique.net, Libre Info, Faso 7, Faso7, Infowakat, Kaceto, ZoomEco, Fraternité
Matin, Abidjan.net, Koaci, KOACI.com, Linfodrome, L'Infodrome, Soir Info, Notre Voie, L'Inter, Le
Patriote, Connection ivoirienne, IvoireBusiness, Afrique Matin, RTI, Guinéenews, Africaguinee,
Africaguinee.com, Guinée Matin, GuineeMatin, Guinee360, Mosaiqueguinee, Mediaguinee, Ledjely, Le
Djely, RTG, Guinée7, Aminata.com, Togo First, Togofirst, Icilome, iciLome, Republic of Togo,
République togolaise, Togo Breaking News, 27avril, La Nouvelle Tribune, Banouto, Bénin Web TV,
BeninWebTV, Bénin Intelligent, 24h au Bénin, La Nation, Le Matinal, Actu Cameroun, ActuCameroun,
Journal du Cameroun, JournalduCameroun.com, Cameroon-Info.Net, Camer.be, Cameroon Tribune, Le
Messager, Le Jour, EcoMatin, Investir au Cameroun, CRTV, Alwihda, Tchad Infos, TchadInfos,
Tchadinfos.com, Le Pays Tchad, Journal du Tchad, N'Djamena Hebdo, Corbeau News, RJDH, Ndjoni Sango,
Oubangui Médias, Radio Ndeke Luka, Gabon Review, Gabonreview, Gabon Media Time, GabonActu,
Gabonactu.com, L'Union, Le Nouveau Gabon, Les Dépêches de Brazzaville, Journal de Brazza, Radio
Okapi, Actualite.cd, 7sur7, 7sur7.cd, Politico.cd, MediaCongo, Le Potentiel, Le Phare, Digital
Congo, Kinshasa Times, Forum des As, Iwacu, SOS Médias Burundi, IGIHE, KT Press, Cridem, Sahara
Médias, Kassataya, Alakhbar, Le Calame, Rapideinfo, Madagascar Tribune, L'Express de Madagascar,
Midi Madagasikara, Tananews, Zinfos974, Clicanoo, El Watan, Le Quotidien d'Oran, TSA, TSA Algérie,
L'Expression, El Moudjahid, Algérie 360, Algérie360, ObservAlgérie, Algérie Part, Le Matin
d'Algérie, Hespress, Le Matin, L'Économiste, Médias24, Yabiladi, H24info, Bladi, Bladi.net, TelQuel,
Le Desk, Kapitalis, Business News, Webdo, La Presse de Tunisie, Tunisie numérique, Mosaïque FM,
Middle East Eye, Arab News, Le Courrier du Vietnam, Le Quotidien du Peuple, French.china.org.cn, La
Nouvelle République
"""

CUES = """
    actu actualite actualites afrik canard courrier depeche depeches diaspora echo echos express fm
    gazette hebdo hebdomadaire info infos journal mag magazine matin media medias nation news
    nouvelles observateur online patriote post press presse quotidien radio republicain review
    telegramme tele television times tribune tv web webtv net
"""
"""Folded words that names of outlets are built with."""

_CUES = frozenset(CUES.split())
_SMALL = frozenset(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of"}
)
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|fr|bf|ml|ne|sn|ci|cd|cm|tg|bj|gn|mr|td|"
    r"be|ch|ca|tv|africa|news|ma|dz|tn|eu|cn|ru|rw|bi|ga|cg|cf|mg|km|dj|ht|gn|gw|gq|lu|uk|tr)",
    re.IGNORECASE,
)
_LIST_BREAK = re.compile(r"\s*(?:[,;&+]|\s(?:et|and|avec)\s|\s[-–—|]\s|\s?/\s?)\s*", re.IGNORECASE)
_PRESS_TITLE = re.compile(
    r"(?:Journal |Quotidien |Hebdomadaire )?(?:L['’]|Les? |La )[A-ZÀ-Þ0-9][\w'’-]*"
    r"(?: (?:d[eu]s?|la|les?|et|en) [A-ZÀ-Þ][\w'’-]*| [A-ZÀ-Þ0-9][\w'’-]*){0,3}"
)
_ACRONYM = re.compile(r"(?:l['’])?[A-Z]{3,6}")
_ARTICLE = re.compile(r"^(?:l['’]|les?\s|la\s|the\s)?(?:agences?\s)?", re.IGNORECASE)
_GENERIC = frozenset({"agence", "agences", "les agences", "agences de presse", "nos confreres"})


def _names(listed: str) -> frozenset[str]:
    return frozenset(fold_name(name) for name in listed.replace("\n", " ").split(","))


_AGENCY_NAMES = _names(AGENCIES)
_OUTLET_NAMES = _names(OUTLETS)


def is_agency(name: str) -> bool:
    """Tell whether `name` is a press agency's, with or without its article ("l'AFP")."""
    return _known(name, _AGENCY_NAMES)


def is_outlet(name: str) -> bool:
    """Tell whether `name` is the name of a known outlet or the address of a site."""
    return bool(name[:1].strip()) and (
        _known(name, _OUTLET_NAMES) or _DOMAIN.fullmatch(name.strip()) is not None
    )


def _known(name: str, names: frozenset[str]) -> bool:
    # A name in small letters ("le monde", "aa") is a word of the language.
    first = next((word for word in words(name) if word.folded not in _SMALL), None)
    if first is None or name[first.start].islower():
        return False
    return fold_name(name) in names or fold_name(_ARTICLE.sub("", name)) in names


def looks_like_outlet(name: str) -> bool:
    """Tell whether an unknown `name` is built as outlets' names are ("Le Courrier du Fleuve")."""
    parts = name.split()
    if not 1 <= len(parts) <= 5 or not any(fold_name(part) in _CUES for part in parts):
        return False
    return all(part[0].isupper() or fold_name(part) in _SMALL for part in parts)


def looks_like_title_of_press(name: str) -> bool:
    """Tell whether an unknown `name` is an article and capitalised words ("Le Flambeau").

    Told only where a byline or "Source :" says that it is an outlet's, or a person's.
    """
    return _PRESS_TITLE.fullmatch(name) is not None


def is_acronym(name: str) -> bool:
    """Tell whether `name` is an acronym that may be an agency's ("ASP", "l'ASP")."""
    return _ACRONYM.fullmatch(name) is not None


def agency_list(names: str) -> bool:
    """Tell whether `names` lists agencies and nothing else ("AFP et Reuters")."""
    parts = [part for part in _LIST_BREAK.split(names.strip()) if part]
    known = [part for part in parts if is_agency(part)]
    return bool(known) and all(is_agency(p) or fold_name(p) in _GENERIC for p in parts)


def is_generic(names: str) -> bool:
    """Tell whether `names` stands for agencies that it does not name ("agences")."""
    return fold_name(names) in _GENERIC
