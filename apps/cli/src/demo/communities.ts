import type { DemoCommunity } from './story.ts';

/** A community as told: dates are days from now. Those who write in it become members by themselves. */
export interface ToldCommunity {
  key: string;
  kind: DemoCommunity['kind'];
  visibility: DemoCommunity['visibility'];
  name: string;
  purpose: string;
  owners: string[];
  members: string[];
  project?: {
    starts: number;
    ends: number;
    status: NonNullable<DemoCommunity['status']>;
    /** What, and on which day; done ones have the day on which they were. */
    milestones: { title: string; due: number; done?: number }[];
  };
}

type Project = NonNullable<ToldCommunity['project']>;

function list(handles: string): string[] {
  return handles === '' ? [] : handles.split(' ');
}

function project(key: string, name: string, owners: string, members: string, purpose: string, plan: Project) {
  const people = { owners: list(owners), members: list(members) };
  return { key, kind: 'project', visibility: 'public', name, purpose, ...people, project: plan } as const;
}

function group(
  key: string,
  name: string,
  visibility: DemoCommunity['visibility'],
  owners: string,
  members: string,
  purpose: string,
) {
  return {
    key,
    kind: 'group',
    visibility,
    name,
    purpose,
    owners: list(owners),
    members: list(members),
  } as const;
}

function conversation(key: string, name: string, members: string) {
  const people = { owners: list(members), members: [] };
  return { key, kind: 'conversation', visibility: 'secret', name, purpose: '', ...people } as const;
}

export const communities: ToldCommunity[] = [
  {
    ...{ key: 'van-dalen', kind: 'company', visibility: 'public', name: 'Van Dalen & Partners' },
    purpose: 'Nieuws van en voor iedereen bij Van Dalen & Partners.',
    owners: list('wouter marijke nadia ingrid marleen'),
    members: [],
  },
  project(
    ...([
      'nieuwbouw-noord',
      'Nieuwbouw Noord',
      'sanne',
      'kees mo petra lotte daan emre saskia hans roos',
    ] as const),
    '212 woningen in hout en beton op het oude rangeerterrein, in drie bouwvelden. Oplevering van veld A vóór de zomer.',
    {
      ...{ starts: -290, ends: 330, status: 'active' },
      milestones: [
        { title: 'Omgevingsvergunning onherroepelijk', due: -170, done: -151 },
        { title: 'Heiwerk veld A gereed', due: -75, done: -58 },
        { title: 'Begane grond veld A dicht', due: -12, done: -9 },
        { title: 'Hoogste punt veld A', due: 62 },
        { title: 'Eerste sleutel', due: 205 },
      ],
    },
  ),
  project(
    ...([
      'zijlbrug',
      'Vervanging Zijlbrug',
      'karin',
      'tjeerd hennie ruben kwame liesbeth oscar milan',
    ] as const),
    'Een nieuwe ophaalbrug over de Zijl, met hergebruik van de oude hameitoren. Stremming van ten hoogste negen dagen.',
    {
      ...{ starts: -410, ends: 190, status: 'active' },
      milestones: [
        { title: 'Voorlopig ontwerp akkoord', due: -230, done: -236 },
        { title: 'Definitief ontwerp akkoord', due: -60, done: -44 },
        { title: 'Val geplaatst', due: 48 },
        { title: 'Brug open voor verkeer', due: 110 },
      ],
    },
  ),
  project(
    ...(['gemaal-de-kooi', 'Gemaal De Kooi', 'ahmed', 'noor thijs julia marek frank eva'] as const),
    'Nieuw poldergemaal met visvriendelijke vijzels, 4,2 m³/s, en een waterkering die de komende vijftig jaar meegaat.',
    {
      ...{ starts: -220, ends: 260, status: 'active' },
      milestones: [
        { title: 'Systeemontwerp vastgesteld', due: -100, done: -97 },
        { title: 'Bouwkuip droog', due: -5, done: -3 },
        { title: 'Vijzels in bedrijf', due: 140 },
      ],
    },
  ),
  project(
    ...(['lekdijk', 'Dijkversterking Lekdijk-Oost', 'noor', 'anouk yasmin willem marek eva saskia'] as const),
    'Verkenning en ontwerp voor 7,4 km dijk: stabiel, en met plaats voor de bloemen en de bewoners die er al staan.',
    {
      ...{ starts: -340, ends: 520, status: 'active' },
      milestones: [
        { title: 'Veiligheidsanalyse gereed', due: -120, done: -112 },
        { title: 'Kansrijke alternatieven', due: -30, done: -21 },
        { title: 'Voorkeursalternatief', due: 95 },
        { title: 'Projectbesluit ter inzage', due: 310 },
      ],
    },
  ),
  project(
    ...(['schoolkade', 'Kademuren Schoolkade', 'jeroen', 'willem gerrit stefan yasmin saskia'] as const),
    'Herstel van 340 meter kademuur in de binnenstad, met de bomen, de woonboten en de markt op hun plaats.',
    {
      ...{ starts: -160, ends: 400, status: 'active' },
      milestones: [
        { title: 'Onderzoek muur en bomen', due: -70, done: -66 },
        { title: 'Proefvak van 20 meter', due: -8, done: -6 },
        { title: 'Noordzijde gereed', due: 180 },
      ],
    },
  ),
  project(
    ...(['de-schakel', 'Fietsbrug De Schakel', 'femke', 'sofie kwame luuk hans tess'] as const),
    'Een slanke fietsbrug van 68 meter in biocomposiet over het kanaal: licht genoeg voor één hijs.',
    {
      ...{ starts: -130, ends: 240, status: 'active' },
      milestones: [
        { title: 'Schetsontwerp gekozen', due: -80, done: -82 },
        { title: 'Trillingsproef', due: -20, done: -16 },
        { title: 'Definitief ontwerp', due: 30 },
      ],
    },
  ),
  project(
    ...(['hof-van-elst', 'Hof van Elst', 'lotte', 'ilse sanne alejandro guusje hans'] as const),
    'Tweeëntachtig zorgwoningen rond een binnentuin, losmaakbaar gebouwd. Het ontwerp begint na de zomer.',
    {
      ...{ starts: 40, ends: 700, status: 'planned' },
      milestones: [
        { title: 'Opdracht getekend', due: 25 },
        { title: 'Schetsontwerp', due: 130 },
        { title: 'Vergunning aangevraagd', due: 290 },
      ],
    },
  ),
  project(
    ...(['raadhuis', 'Renovatie Raadhuis', 'roos', 'alejandro ilse priya stefan corrie'] as const),
    'Het raadhuis uit 1931 is gasloos, stil en weer open. Hier staat wat wij ervan leerden.',
    {
      ...{ starts: -780, ends: -35, status: 'done' },
      milestones: [
        { title: 'Sloop en sanering', due: -480, done: -462 },
        { title: 'Installaties in bedrijf', due: -120, done: -101 },
        { title: 'Opening', due: -40, done: -40 },
      ],
    },
  ),
  group(
    ...(['borrel', 'Borrelcommissie', 'public', 'bart', 'jolanda mo tess luuk'] as const),
    'Vrijdag half vijf, en alles wat daarbij hoort. Ook voor wie niet drinkt.',
  ),
  group(
    ...(['fietsers', 'Fietsers', 'public', 'gerrit', 'femke bas eva'] as const),
    'Woon-werk, rondjes na het werk en waar je je band laat plakken.',
  ),
  group(
    ...(['ict-vragen', 'ICT-vragen', 'public', 'bas dirk', 'amira'] as const),
    'Stel je vraag hier in plaats van per mail: een ander heeft hem ook, en wij vinden het antwoord terug.',
  ),
  group(
    ...(['bim-en-rekenen', 'BIM & rekenen', 'public', 'emre', 'niels sofie piotr chantal'] as const),
    'Modellen, scripts en rekensoftware. Laat zien wat je maakt, ook als het half af is.',
  ),
  group(
    ...([
      'english-speakers',
      'New in the Netherlands',
      'public',
      'kwame',
      'priya marek alejandro julia piotr eva milan',
    ] as const),
    'For colleagues who came from elsewhere: practical help, and lunch on Wednesdays. Dutch speakers welcome.',
  ),
  group(
    ...(['or', 'Ondernemingsraad', 'private', 'hennie', 'petra frank mirjam sem'] as const),
    'Overleg van de OR. Agenda en verslagen komen na vaststelling bij iedereen.',
  ),
  group(
    ...(['directie', 'Directieoverleg', 'secret', 'wouter', 'marijke farid ingrid ellen'] as const),
    'Overleg van de directie.',
  ),
  conversation('lunchwandeling', 'Lunchwandeling', 'roos ilse corrie wim'),
  conversation('wouter-sanne', '', 'wouter sanne'),
  conversation('wouter-bas', '', 'wouter bas'),
  conversation('tender-oosterdok', 'Tender Oosterdok', 'joris mirjam hans'),
];
