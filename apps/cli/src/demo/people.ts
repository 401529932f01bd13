import type { Look } from './portrait-hair.ts';
import type { DemoPerson } from './story.ts';

// handle | name | title | department | location | manager | language | skills | look (short, long, x: scarf; light, middle, deep)
const TABLE = `
wouter    | Wouter van Dalen        | Algemeen directeur            | Directie      | Utrecht   |         | nl | leiding, aanbestedingen | sl
marijke   | Marijke Hoekstra        | Technisch directeur           | Directie      | Utrecht   | wouter  | nl | constructies, kwaliteit | ll
farid     | Farid Bouzian           | Financieel directeur          | Directie      | Utrecht   | wouter  | nl | financiën, contracten | sm
ingrid    | Ingrid Smeets           | Hoofd HR                      | HR            | Utrecht   | wouter  | nl | werving, loopbaan | ll
bas       | Bas Kuipers             | Hoofd ICT                     | ICT           | Utrecht   | farid   | nl | netwerken, informatiebeveiliging | sl
sanne     | Sanne de Wit            | Projectleider woningbouw      | Woningbouw    | Utrecht   | marijke | nl | projectleiding, vergunningen, UAV-GC | ll
tjeerd    | Tjeerd Bosma            | Hoofd bruggen                 | Bruggen       | Zwolle    | marijke | nl | beweegbare bruggen, staal | sl
noor      | Noor van den Heuvel     | Hoofd water                   | Water         | Rotterdam | marijke | nl | waterkeringen, geotechniek | ll
emre      | Emre Yıldız             | BIM-manager                   | BIM           | Utrecht   | marijke | nl | Revit, IFC, clashcontrole | sm
joris     | Joris Verhagen          | Hoofd tenders                 | Tenders       | Utrecht   | wouter  | nl | EMVI, schrijven, planning | sl
priya     | Priya Raman             | Structural engineer           | Constructies  | Rotterdam | marijke | en | concrete, SCIA, Eurocode 2 | lm
lotte     | Lotte Brouwer           | Constructeur                  | Constructies  | Utrecht   | marijke | nl | hout, Eurocode 5, CLT | ll
daan      | Daan Mulder             | Junior constructeur           | Constructies  | Utrecht   | lotte   | nl | SCIA, Grasshopper | sl
hennie    | Hennie Postma           | Senior constructeur           | Bruggen       | Zwolle    | tjeerd  | nl | staal, vermoeiing, oude tekeningen | sl
kwame     | Kwame Asante            | Bridge engineer               | Bruggen       | Rotterdam | tjeerd  | en | steel, dynamics, inspection | sd
femke     | Femke Terpstra          | Constructeur bruggen          | Bruggen       | Zwolle    | tjeerd  | nl | composiet, fietsbruggen | ll
ruben     | Ruben Vos               | Werktuigbouwkundige           | Bruggen       | Zwolle    | tjeerd  | nl | aandrijvingen, hydrauliek | sl
gerrit    | Gerrit Wolters          | Inspecteur kunstwerken        | Bruggen       | Zwolle    | tjeerd  | nl | inspectie, NEN 2767, duiken | sl
yasmin    | Yasmin el Amrani        | Geotechnisch adviseur         | Water         | Rotterdam | noor    | nl | paalfundering, sonderingen, Plaxis | xm
thijs     | Thijs Meijer            | Waterbouwkundige              | Water         | Rotterdam | noor    | nl | gemalen, pompen | sl
anouk     | Anouk Jansen            | Adviseur waterveiligheid      | Water         | Rotterdam | noor    | nl | dijken, faalkansen, Python | ld
marek     | Marek Nowak             | Hydraulic engineer            | Water         | Rotterdam | noor    | en | scour, hydraulics, Python | sl
willem    | Willem-Jan de Graaf     | Senior geotechnicus           | Water         | Rotterdam | noor    | nl | damwanden, kademuren, bemaling | sl
eva       | Eva Lindqvist           | Ecologist                     | Water         | Utrecht   | noor    | en | ecology, permits, bats | ll
jeroen    | Jeroen Schouten         | Projectleider kademuren       | Water         | Utrecht   | noor    | nl | projectleiding, omgevingsmanagement | sl
saskia    | Saskia Peters           | Omgevingsmanager              | Woningbouw    | Utrecht   | sanne   | nl | bewoners, communicatie, BLVC | ll
kees      | Kees van Rijn           | Hoofduitvoerder               | Uitvoering    | Utrecht   | sanne   | nl | uitvoering, heiwerk, veiligheid | sl
mo        | Mohamed Aziz            | Uitvoerder                    | Uitvoering    | Utrecht   | kees    | nl | ruwbouw, planning | sm
petra     | Petra Dijkstra          | Werkvoorbereider              | Uitvoering    | Utrecht   | kees    | nl | inkoop, hoeveelheden | ll
stefan    | Stefan Huisman          | Toezichthouder                | Uitvoering    | Zwolle    | kees    | nl | toezicht, keuringen | sl
roos      | Roos Willemsen          | Adviseur bouwfysica           | Bouwfysica    | Utrecht   | marijke | nl | geluid, BENG, daglicht | ll
alejandro | Alejandro Ruiz          | Building physics consultant   | Bouwfysica    | Utrecht   | roos    | en | acoustics, fire, energy | sm
ilse      | Ilse Vermeulen          | Adviseur duurzaamheid         | Bouwfysica    | Utrecht   | roos    | nl | MPG, circulair, biobased | ll
chantal   | Chantal Maas            | BIM-modelleur                 | BIM           | Utrecht   | emre    | nl | Revit, wapening, families | ld
piotr     | Piotr Zielinski         | BIM modeller                  | BIM           | Rotterdam | emre    | en | Revit, Dynamo, Navisworks | sl
liesbeth  | Liesbeth Kok            | Tekenaar                      | BIM           | Zwolle    | emre    | nl | AutoCAD, staaldetails | ll
niels     | Niels Hendriks          | Rekensoftware-ontwikkelaar    | BIM           | Utrecht   | emre    | nl | Python, C#, Grasshopper | sl
sofie     | Sofie Claes             | Parametrisch ontwerper        | BIM           | Utrecht   | emre    | nl | Grasshopper, Rhino | ll
hans      | Hans Groeneveld         | Kostendeskundige              | Tenders       | Utrecht   | joris   | nl | ramingen, SSK | sl
mirjam    | Mirjam Scholten         | Tenderschrijver               | Tenders       | Utrecht   | joris   | nl | schrijven, EMVI | ll
oscar     | Oscar Lammers           | Contractmanager               | Tenders       | Rotterdam | joris   | nl | UAV-GC, risico | sd
karin     | Karin Bakker            | Senior projectleider          | Bruggen       | Zwolle    | tjeerd  | nl | projectleiding, stakeholders | ll
ahmed     | Ahmed Hassan            | Projectleider water           | Water         | Rotterdam | noor    | nl | projectleiding, waterschappen | sm
julia     | Julia Fischer           | Project engineer              | Water         | Rotterdam | ahmed   | en | systems engineering, V&V | ll
tess      | Tess van Leeuwen        | Trainee                       | Constructies  | Utrecht   | lotte   | nl | SCIA, Python | ll
milan     | Milan Kovač             | Trainee                       | Bruggen       | Zwolle    | hennie  | en | FEM, steel | sl
vera      | Vera Zijlstra           | HR-adviseur                   | HR            | Utrecht   | ingrid  | nl | verzuim, opleidingen | ll
dirk      | Dirk Snoek              | Systeembeheerder              | ICT           | Utrecht   | bas     | nl | printers, VPN, Linux | sl
amira     | Amira Haddad            | Servicedesk                   | ICT           | Utrecht   | bas     | nl | werkplek, telefonie | xm
jolanda   | Jolanda Prins           | Officemanager                 | Secretariaat  | Utrecht   | farid   | nl | planning, catering | ll
ellen     | Ellen Schipper          | Managementassistent           | Secretariaat  | Rotterdam | jolanda | nl | agenda's, reizen | ll
bart      | Bart Timmermans         | Receptionist                  | Secretariaat  | Utrecht   | jolanda | nl | ontvangst, EHBO | sl
wim       | Wim Olthof              | Facilitair medewerker         | Secretariaat  | Zwolle    | jolanda | nl | techniek, wagenpark | sl
nadia     | Nadia Benali            | Communicatieadviseur          | Communicatie  | Utrecht   | wouter  | nl | redactie, fotografie | lm
luuk      | Luuk van der Meer       | Vormgever                     | Communicatie  | Utrecht   | nadia   | nl | vormgeving, visualisaties | sl
corrie    | Corrie Blom             | Financieel administrateur     | Financiën     | Utrecht   | farid   | nl | facturen, projectadministratie | ll
sem       | Sem de Boer             | Projectcontroller             | Financiën     | Utrecht   | farid   | nl | prognoses, Excel | sd
marleen   | Marleen Visser          | KAM-coördinator               | Kwaliteit     | Utrecht   | marijke | nl | veiligheid, VCA, ISO 9001 | ll
frank     | Frank Aarts             | Adviseur systems engineering  | Kwaliteit     | Rotterdam | marleen | nl | eisen, Relatics | sl
guusje    | Guusje Verbeek          | Stagiair                      | Bouwfysica    | Utrecht   | ilse    | nl | circulair, materialenpaspoort | ll
`;

const HAIR: Record<string, Look['hair']> = { s: 'short', l: 'long', x: 'scarf' };
const SKIN: Record<string, Look['skin']> = { l: 'light', m: 'middle', d: 'deep' };

export const people: DemoPerson[] = TABLE.trim()
  .split('\n')
  .map((row, i) => {
    const [handle, name, title, department, location, manager, language, skills, look] = cellsOf(row);
    return {
      ...{ handle: handle!, name: name!, title: title!, department: department!, location: location! },
      email: `${handle}@vandalen.example`,
      role: handle === 'bas' || handle === 'dirk' ? 'admin' : 'member',
      manager: manager || null,
      language: language === 'en' ? 'en' : 'nl',
      skills: skills!.split(', '),
      look: { hair: HAIR[look![0]!]!, skin: SKIN[look![1]!]! },
      // Numbers that nobody has: 06-0… is never given out.
      phone: `+31 6 0${String(1_204_800 + i * 137).replace(/(\d{3})(\d{4})$/, '$1 $2')}`,
    };
  });

function cellsOf(row: string): string[] {
  return row.split('|').map((cell) => cell.trim());
}
