// What the gallery shows: a contract each, what to look at, and how to make the state.
const fixture = (name) => async () => (await fetch(`/fixtures/${name}.json`)).json();

const country = {
  en: 'in an invented country',
  fr: 'dans un pays inventé',
  es: 'en un país inventado',
  pt: 'num país inventado',
  de: 'in einem erfundenen Land',
  ar: 'في بلد خيالي',
};

/** The figures of the article this project was founded on, one contract for each chart. */
export const lead = [
  {
    id: 'article',
    chart: 'casualties',
    read: fixture('casualties/article'),
    heading: { en: 'Casualties over time', fr: 'Les victimes dans le temps' },
    say: {
      en: 'The second column covers at most 325 of 365 days, and its end is inferred from the date of publication: it is narrower, hatched and open at the top. Nothing here compares the two figures.',
      fr: 'La seconde colonne couvre au plus 325 jours sur 365, et sa fin est déduite de la date de publication\u00a0: elle est plus étroite, hachurée et ouverte en haut. Rien ici ne compare les deux chiffres.',
    },
  },
  {
    id: 'article-attribution',
    chart: 'attribution',
    read: fixture('attribution/article'),
    heading: { en: 'Attribution of actors', fr: 'L’attribution aux acteurs' },
    say: {
      en: 'The same two figures by actor. The source names Wagner and the Malian army together and does not separate them, so each year is one band in two hues: it cannot be split, and it is not “killed by”.',
      fr: 'Les deux mêmes chiffres par acteur. La source nomme ensemble Wagner et l’armée malienne sans les distinguer\u00a0: chaque année est donc une bande de deux teintes, qu’on ne peut pas partager et qui ne dit pas «\u00a0tués par\u00a0».',
    },
  },
  {
    id: 'article-gold',
    chart: 'gold-gauge',
    read: fixture('gold-gauge/article'),
    heading: { en: 'Gold production', fr: 'La production d’or' },
    say: {
      en: 'The article gives what a planned refinery is expected to process, and no amount refined: the gauge is empty, and the planned 200 tonnes are a hollow mark at its end.',
      fr: 'L’article donne ce qu’une raffinerie prévue doit traiter, et aucune quantité raffinée\u00a0: la jauge est vide, et les 200 tonnes prévues sont une marque creuse à son extrémité.',
    },
  },
];

/** Published figures of other sources. */
export const published = [
  {
    id: 'mali-ucdp',
    chart: 'casualties',
    read: fixture('casualties/mali-ucdp'),
    heading: {
      en: 'Mali, 2012 to 2024: low, best and high',
      fr: 'Mali, de 2012 à 2024\u00a0: bas, retenu, haut',
    },
    say: {
      en: 'UCDP 25.1, all deaths in organised violence. Each column is solid up to the low figure and fades up to the high one; the line is the figure UCDP holds to be best. The range is the source’s own and is not a confidence interval.',
      fr: 'UCDP 25.1, tous les morts de la violence organisée. Chaque colonne est pleine jusqu’au chiffre bas et s’estompe jusqu’au chiffre haut\u202f; le trait est le chiffre que l’UCDP retient. La fourchette est celle de la source, non un intervalle de confiance.',
    },
  },
  {
    id: 'mali-perpetrators',
    chart: 'attribution',
    read: fixture('attribution/mali-ucdp'),
    heading: {
      en: 'Mali, 2020 to 2024: one-sided violence by perpetrator',
      fr: 'Mali, de 2020 à 2024\u00a0: violence unilatérale par auteur',
    },
    say: {
      en: 'UCDP 25.1. In 2024 UCDP codes the governments of Mali and of Russia as one joint actor for the first time: 299 deaths in both hues, counted once. Before 2024 it is not coded, which does not mean that it did not happen.',
      fr: 'UCDP 25.1. En 2024, l’UCDP code pour la première fois les gouvernements du Mali et de la Russie comme un acteur conjoint\u00a0: 299 morts dans les deux teintes, comptés une seule fois. Avant 2024 il n’est pas codé, ce qui ne veut pas dire que rien n’a eu lieu.',
    },
  },
  {
    id: 'gold-2024',
    chart: 'gold-gauge',
    read: fixture('gold-gauge/industrial-2024'),
    heading: { en: 'Industrial gold in 2024', fr: 'L’or industriel en 2024' },
    say: {
      en: 'The ministry’s 51.7 tonnes beside 2019 to 2023. The forecast for 2025 is a line; the refinery is hollow, because planned refining is neither mining nor output.',
      fr: 'Les 51,7 tonnes du ministère, à côté de 2019 à 2023. La prévision pour 2025 est un trait\u202f; la raffinerie est creuse, car un raffinage prévu n’est ni une extraction ni une production.',
    },
  },
  {
    id: 'gold-2025',
    chart: 'gold-gauge',
    read: fixture('gold-gauge/partial-2025'),
    heading: { en: 'January to August 2025', fr: 'De janvier à août 2025' },
    say: {
      en: 'Eight months: hatched, open at the end, with its days under it. A percentage is said of the forecast for the same months only, never of that for the year or of 2024.',
      fr: 'Huit mois\u00a0: hachurés, ouverts au bout, leurs jours écrits dessous. Un pourcentage n’est dit que de la prévision pour ces mêmes mois, jamais de celle de l’année ni de 2024.',
    },
  },
];

/** One invented set with every kind of segment. */
export const invented = [
  {
    id: 'four-actors',
    chart: 'attribution',
    read: fixture('attribution/four-actors'),
    heading: { en: 'Four actors', fr: 'Quatre acteurs' },
    say: {
      en: 'Example data. Every kind of segment once: alone, together, disputed, not separated, unattributed. The closer the lines, the weaker the evidence.',
      fr: 'Données d’exemple. Chaque sorte de segment une fois\u00a0: seul, ensemble, disputé, non distingué, non attribué. Plus les lignes sont serrées, moins l’indication est sûre.',
    },
  },
];

/** Two charts on one scale, side by side. */
export const together = ['north', 'south'].map((id) => ({
  id,
  chart: 'attribution',
  scaleGroup: 'pair',
  read: async () => {
    const contract = await fixture(`attribution/${id === 'north' ? 'four-actors' : 'not-broken-down'}`)();
    const place =
      id === 'north'
        ? {
            en: 'in an invented north',
            fr: 'dans un nord inventé',
            es: 'en un norte inventado',
            pt: 'num norte inventado',
            de: 'in einem erfundenen Norden',
            ar: 'في شمال خيالي',
          }
        : {
            en: 'in an invented south',
            fr: 'dans un sud inventé',
            es: 'en un sur inventado',
            pt: 'num sul inventado',
            de: 'in einem erfundenen Süden',
            ar: 'في جنوب خيالي',
          };
    return { ...contract, place };
  },
  heading:
    id === 'north'
      ? { en: 'An invented north', fr: 'Un nord inventé' }
      : { en: 'An invented south', fr: 'Un sud inventé' },
  say:
    id === 'north'
      ? {
          en: 'Example data. Together in bands, disputed in outline, unattributed in grey dots; brackets hold what overlaps.',
          fr: 'Données d’exemple. Ensemble en bandes, disputé en contour, non attribué en points gris\u202f; les crochets tiennent ce qui se recoupe.',
        }
      : {
          en: 'Example data. The same axis as its neighbour, the same look for the same actor; what a published total does not break down is an empty outline.',
          fr: 'Données d’exemple. Le même axe que son voisin, le même aspect pour le même acteur\u202f; ce qu’un total publié ne ventile pas est un contour vide.',
        },
}));

export const situations = [
  {
    id: 'four-actors-share',
    chart: 'attribution',
    view: 'share',
    read: fixture('attribution/four-actors'),
    heading: { en: 'The same in shares', fr: 'Les mêmes en parts' },
    say: {
      en: 'Example data. Shares are given only for a whole whose unattributed part is known, with the number of people over every column.',
      fr: 'Données d’exemple. Les parts ne sont données que pour un tout dont la part non attribuée est connue, avec le nombre de personnes au-dessus de chaque colonne.',
    },
  },
  {
    id: 'four-actors-involved',
    chart: 'attribution',
    view: 'involved',
    read: fixture('attribution/four-actors'),
    heading: { en: 'The same, overlapping', fr: 'Les mêmes, avec recoupements' },
    say: {
      en: 'Example data. Each actor with all it is named in: an event with two actors counts under both, so these bars do not add up.',
      fr: 'Données d’exemple. Chaque acteur avec tout ce où il est nommé\u00a0: un incident à deux acteurs compte pour les deux, donc ces barres ne s’additionnent pas.',
    },
  },
  {
    id: 'successor',
    chart: 'attribution',
    read: fixture('attribution/successor'),
    heading: { en: 'An actor that follows another', fr: 'Un acteur qui succède à un autre' },
    say: {
      en: 'Example data. Africa Corps keeps the hue of Wagner and takes another motif; the break of June 2025 lies where it lies.',
      fr: 'Données d’exemple. L’Africa Corps garde la teinte de Wagner et prend un autre motif\u202f; la rupture de juin 2025 est à sa place.',
    },
  },
  {
    id: 'three-pairs',
    chart: 'attribution',
    read: fixture('attribution/three-pairs'),
    heading: { en: 'Three actors, each with each', fr: 'Trois acteurs, chacun avec chacun' },
    say: {
      en: 'Example data. No order lets the parts of all three touch: two get a bracket, and the chart says why the third has none.',
      fr: 'Données d’exemple. Aucun ordre ne fait se toucher les parts des trois\u00a0: deux ont un crochet, et le graphique dit pourquoi le troisième n’en a pas.',
    },
  },
  {
    id: 'many-actors',
    chart: 'attribution',
    read: fixture('attribution/many-actors'),
    heading: { en: 'Eight actors', fr: 'Huit acteurs' },
    say: {
      en: 'Example data. Five are named; three are folded into “Other named actors”, never into the unattributed. The table names all eight.',
      fr: 'Données d’exemple. Cinq sont nommés\u202f; trois sont réunis sous «\u00a0Autres acteurs nommés\u00a0», jamais avec le non attribué. Le tableau nomme les huit.',
    },
  },
  {
    id: 'months-dense',
    chart: 'attribution',
    read: fixture('attribution/months-dense'),
    heading: { en: 'Ten years of months', fr: 'Dix ans de mois' },
    say: {
      en: 'Example data. Stepped stacked areas, unsmoothed, with a gap where two months are unknown; no motif fits, so the list beside them carries it.',
      fr: 'Données d’exemple. Des aires empilées à paliers, sans lissage, avec un blanc pour deux mois inconnus\u202f; aucun motif n’y tient, la liste à côté le porte.',
    },
  },
  {
    id: 'artisanal-range',
    chart: 'gold-gauge',
    read: async () => ({ ...(await fixture('gold-gauge/artisanal-range')()), place: country }),
    heading: { en: 'A range of claims', fr: 'Une fourchette d’affirmations' },
    say: {
      en: 'Example data. The tint runs from the lowest to the highest claim; it is not a confidence interval.',
      fr: 'Données d’exemple. La teinte va de la plus basse à la plus haute affirmation\u202f; ce n’est pas un intervalle de confiance.',
    },
  },
  {
    id: 'capacity-meter',
    chart: 'gold-gauge',
    read: fixture('gold-gauge/capacity-meter'),
    heading: { en: 'Like beside like', fr: 'Le semblable avec le semblable' },
    say: {
      en: 'Example data. The same flow, sector and days as the capacity at the end of the scale: only then is a percentage said, and the drawing is a meter.',
      fr: 'Données d’exemple. Même flux, même secteur, mêmes jours que la capacité au bout de l’échelle\u00a0: alors seulement un pourcentage est dit, et le dessin est une mesure.',
    },
  },
  {
    id: 'months-partial',
    chart: 'casualties',
    read: fixture('casualties/months-partial'),
    heading: { en: 'A month that is not over', fr: 'Un mois inachevé' },
    say: {
      en: 'The last column ends on 14 September: the chart derives that from the date of the figures, and nobody has to remember it.',
      fr: 'La dernière colonne s’arrête au 14 septembre\u00a0: le graphique le déduit de la date des chiffres, personne n’a à y penser.',
    },
  },
  {
    id: 'same-days',
    chart: 'casualties',
    read: fixture('casualties/same-days'),
    heading: { en: 'The one comparison that is allowed', fr: 'La seule comparaison permise' },
    say: {
      en: 'The source also gives the earlier year’s figure for the same days, so a line marks it on that year’s column and one sentence says it.',
      fr: 'La source donne aussi le chiffre des mêmes jours de l’année précédente\u00a0: un trait le marque sur cette colonne et une phrase le dit.',
    },
  },
  {
    id: 'gap-in-reports',
    chart: 'casualties',
    read: fixture('casualties/gap-in-reports'),
    heading: { en: 'Years without a figure', fr: 'Des années sans chiffre' },
    say: {
      en: '2020 and 2021 are not known, 2022 is a reported zero and 2023 is not in the data: three different things, and only one of them is 0.',
      fr: '2020 et 2021 ne sont pas connus, 2022 est un zéro publié et 2023 manque\u00a0: trois choses différentes, dont une seule vaut 0.',
    },
  },
  {
    id: 'minimum-only',
    chart: 'casualties',
    read: fixture('casualties/minimum-only'),
    heading: { en: 'A minimum count', fr: 'Un minimum' },
    say: {
      en: 'Documented cases only: every column is open at the top, and every number says “at least”.',
      fr: 'Cas recensés seulement\u00a0: chaque colonne est ouverte en haut et chaque nombre dit «\u00a0au moins\u00a0».',
    },
  },
  {
    id: 'break-between',
    chart: 'casualties',
    read: fixture('casualties/break-between'),
    heading: { en: 'A break in the series', fr: 'Une rupture de série' },
    say: {
      en: 'The counting rules change in 2022: a labelled gap parts the two series, and no sentence looks for a highest or lowest figure across it.',
      fr: 'Les règles de comptage changent en 2022\u00a0: un espace nommé sépare les deux séries, et aucune phrase ne cherche un maximum de part et d’autre.',
    },
  },
  {
    id: 'days',
    chart: 'casualties',
    read: fixture('casualties/days'),
    heading: { en: 'Hundreds of days', fr: 'Des centaines de jours' },
    say: {
      en: 'Columns would be too thin to see, so one stepped area takes over: unsmoothed, with gaps where days are unknown, and every day in the table.',
      fr: 'Des colonnes seraient trop fines\u00a0: une aire à paliers les remplace, sans lissage, avec des blancs là où l’on ne sait pas, et tous les jours au tableau.',
    },
  },
  {
    id: 'cumulative-months',
    chart: 'casualties',
    read: fixture('casualties/cumulative-months'),
    view: 'cumulative',
    heading: { en: 'Counted from 1 January', fr: 'Compté depuis le 1er janvier' },
    say: {
      en: 'The view for years that are not over: each line can be read against the others at the same day, and the newest stops at its last covered day.',
      fr: 'La vue pour une année inachevée\u00a0: chaque courbe se lit face aux autres au même jour, et la dernière s’arrête à son dernier jour couvert.',
    },
  },
  {
    id: 'doubtful-range',
    chart: 'casualties',
    read: fixture('casualties/doubtful-range'),
    heading: {
      en: 'A range that does not hold its figure',
      fr: 'Une fourchette qui ne contient pas son chiffre',
    },
    say: {
      en: 'UCDP 25.1 has Mali 1995 as low 11, best 4, high 17. The numbers are kept, the range is not drawn, and the reader is told.',
      fr: 'UCDP 25.1 donne pour le Mali en 1995\u00a0: bas 11, retenu 4, haut 17. Les nombres restent, la fourchette n’est pas dessinée, et le lecteur en est averti.',
    },
  },
  {
    id: 'corrected',
    chart: 'casualties',
    read: fixture('casualties/corrected'),
    heading: { en: 'A correction', fr: 'Une correction' },
    say: {
      en: 'The dated correction stands under the figure; the earlier number stays in the summary and in the table.',
      fr: 'La correction datée figure sous le graphique\u202f; l’ancien nombre reste dans le résumé et au tableau.',
    },
  },
  {
    id: 'withdrawn',
    chart: 'casualties',
    read: fixture('casualties/withdrawn'),
    heading: { en: 'A withdrawal', fr: 'Un retrait' },
    say: {
      en: 'The figures are gone from the picture, the table and the downloads; the reason and its date stand in their place.',
      fr: 'Les chiffres disparaissent de l’image, du tableau et des téléchargements\u202f; la raison et sa date prennent leur place.',
    },
  },
  {
    id: 'refused',
    chart: 'casualties',
    read: async () => {
      const contract = await fixture('casualties/article')();
      const [first, second] = contract.rows;
      return { ...contract, rows: [first, { ...second, value: '434', through: '2025-02-30' }] };
    },
    heading: { en: 'Data with a fault', fr: 'Des données fautives' },
    say: {
      en: 'A number in quotes and a day that does not exist: the reader sees one sentence, the desk hears of every fault at once, and the page goes on.',
      fr: 'Un nombre entre guillemets et un jour qui n’existe pas\u00a0: le lecteur voit une phrase, la rédaction apprend toutes les fautes d’un coup, et la page continue.',
    },
  },
  {
    id: 'not-found',
    chart: 'casualties',
    src: '/fixtures/casualties/no-such-file.json',
    heading: { en: 'A file that does not come', fr: 'Un fichier qui ne vient pas' },
    say: {
      en: 'The sentence of failure, and under it the text that the desk put inside the tag for this case.',
      fr: 'La phrase d’échec, et dessous le texte que la rédaction a placé dans la balise pour ce cas.',
    },
    fallback: {
      en: 'Fallback text: ACLED, quoted by AFP on 21 November 2025, gives 924 civilians reported killed in 2024 in incidents involving Wagner and the Malian army.',
      fr: 'Texte de repli\u00a0: ACLED, cité par l’AFP le 21 novembre 2025, donne 924 civils tués en 2024 dans des incidents impliquant Wagner et l’armée malienne.',
    },
  },
];
