const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** What people at a building company write about; the first ones are the frequent ones. */
export const DUTCH = list(`
de het een van en in is dat op te voor met niet zijn er aan we om ook maar nog dan naar door bij wel kunnen dit
heeft moet worden uit over al zo of als wat hebben ik je graag even morgen vandaag week project planning overleg
klant vraag antwoord tekening levering bouw plaats ploeg uitvoerder werkvoorbereiding calculatie offerte contract
begroting oplevering gebrek keuring vergunning gemeente wapening beton fundering heiwerk kraan steiger veiligheid
melding toolbox helm afval hout staal gevel kozijn glas dak isolatie installatie leiding ventilatie warmtepomp meter
stroom kabel lift trap vloer wand schilder stukadoor tegels keuken sleutel bewoner buurman parkeren aanvoer vracht
leverancier bestelling factuur betaling uren verlof rooster vergadering notulen actie afspraak mail telefoon bericht
foto bestand map versie model tekenaar constructeur architect adviseur directie kantoor vestiging collega stagiair
nieuw oud snel laat vroeg goed beter beste klein groot hoog laag droog nat warm koud klaar bezig gereed akkoord
controle meting verschil afwijking oplossing voorstel keuze reden risico kosten besparing kwaliteit ervaring idee
zorg dank succes welkom bedankt kijken sturen maken vragen zoeken vinden delen plannen bestellen leveren plaatsen
storten meten keuren opruimen beginnen stoppen wachten bellen regelen aanpassen bevestigen afronden overnemen
maandag dinsdag woensdag donderdag vrijdag januari februari maart april mei juni juli augustus september oktober
november december ochtend middag avond kwartaal jaar dag uur noord zuid oost west haven kade brug tunnel sluis dijk
rotonde station ziekenhuis school woning appartement toren garage kelder magazijn loods terrein hek bord verkeer`);

export const ENGLISH = list(`
the of to and a in is it for that on with this we be are at as not have from or by can will our all more when there
up out who please thanks team week project plan meeting client question answer drawing delivery site crew engineer
estimate quote contract budget handover defect inspection permit council rebar concrete foundation piling crane
scaffold safety report briefing helmet waste timber steel facade frame glass roof insulation pipe duct heat pump
power cable lift stairs floor wall paint plaster tiles kitchen key resident neighbour parking supply truck supplier
order invoice payment hours leave schedule minutes action agreement call message photo file folder version model
designer architect adviser office branch colleague intern new old fast late early good better best small large high
low dry wet warm cold ready busy done approved check measure difference deviation solution proposal choice reason
risk cost saving quality experience idea care luck welcome look send make ask search find share order deliver place
pour inspect clean start stop wait arrange adjust confirm finish take over monday tuesday wednesday thursday friday
january february march april june july august september october november december morning afternoon evening quarter
year day hour north south east west harbour quay bridge tunnel lock dike station hospital school house apartment
tower basement warehouse yard fence sign traffic software server update release backup licence account laptop phone
training course handbook policy standard customer market region growth target result forecast margin tender bid`);

export const FIRST_NAMES = list(`
Sanne Daan Emma Sem Julia Lucas Tess Levi Sophie Finn Lotte Milan Eva Bram Anna Luuk Noor Thijs Fleur Jesse Mila Lars
Isa Ruben Zoë Thomas Saar Max Nina Tim Femke Stijn Roos Jasper Fatima Mohamed Aylin Youssef Samira Omar Priya Arjun
Mei Chen Olga Piotr Ana João Amara Kofi Ingrid Sven Maria José Grace Samuel Leila Hassan Wouter Marieke Joost Hanneke`);

export const LAST_NAMES = [
  ...list(`Bakker Jansen Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Smits Kok Jacobs
  Vermeulen Schouten Willems Hoekstra Koster Prins Kuipers Veenstra Postma Wolters Scholten Gerritsen Yılmaz Haddad
  Nguyen Singh Kowalska Silva Mensah Okafor Rossi Schmidt Lindqvist O'Brien Martin Wang`),
  ...[
    'de Vries',
    'van den Berg',
    'van Dijk',
    'de Boer',
    'van der Meer',
    'de Graaf',
    'van Leeuwen',
    'ter Horst',
  ],
];

export const PLACES = list(
  `Noord Zuid Haven Kade Centrum Oever Park Tuinen Poort Dijk Eiland Plein Veld Heide Bos Rijn`,
);
export const WORKS = list(
  `Nieuwbouw Renovatie Brug Sluis Tunnel Station Toren School Ziekenhuis Woningen Kantoor Loods`,
);
export const CIRCLES = list(`
Veiligheid Planning BIM Duurzaamheid Inkoop Calculatie Materieel HR IT Lezen Hardlopen Fotografie Koken Innovatie
Kwaliteit Contracten Opleiding Techniek Beton Hout Staal Installaties Data Juridisch Communicatie Wagenpark`);
export const DEPARTMENTS = list(
  `Uitvoering Werkvoorbereiding Calculatie Inkoop Directie HR IT Financiën Ontwerp Materieel`,
);
export const TITLES = list(
  `Uitvoerder Werkvoorbereider Calculator Inkoper Projectleider Constructeur Adviseur Planner Ontwerper Timmerman`,
);
export const LOCATIONS = list(`Utrecht Zwolle Rotterdam Eindhoven Groningen Arnhem`);
export const TOPICS = list(
  `veiligheid planning beton oplevering bim duurzaam tip lessons onboarding gereedschap steiger kwaliteit`,
);
export const EMOJI = ['👍', '❤️', '🎉', '😄', '👀', '🙏'];
