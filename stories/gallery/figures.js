// What the gallery shows: a fixture each, what to look at, and how to make the state.
const fixture = (name) => async () => (await fetch(`/fixtures/casualties/${name}.json`)).json();

export const lead = [
  {
    id: 'article',
    read: fixture('article'),
    heading: {
      en: 'The figures this project was founded on',
      fr: 'Les chiffres à l’origine de ce projet',
    },
    say: {
      en: 'AFP, 21 November 2025, quoting ACLED. The second column covers at most 325 of 365 days, and its end is inferred from the date of publication: it is narrower, hatched and open at the top. In June 2025 Wagner became Africa Corps. Nothing here compares the two figures.',
      fr: 'AFP, 21 novembre 2025, citant ACLED. La seconde colonne couvre au plus 325 jours sur 365, et sa fin est déduite de la date de publication\u00a0: elle est plus étroite, hachurée et ouverte en haut. En juin 2025, Wagner est devenu l’Africa Corps. Rien ici ne compare les deux chiffres.',
    },
  },
  {
    id: 'mali-ucdp',
    read: fixture('mali-ucdp'),
    heading: {
      en: 'Mali, 2012 to 2024: low, best and high',
      fr: 'Mali, de 2012 à 2024\u00a0: bas, retenu, haut',
    },
    say: {
      en: 'UCDP 25.1, all deaths in organised violence. Each column is solid up to the low figure and fades up to the high one; the line is the figure UCDP holds to be best. The range is the source’s own and is not a confidence interval.',
      fr: 'UCDP 25.1, tous les morts de la violence organisée. Chaque colonne est pleine jusqu’au chiffre bas et s’estompe jusqu’au chiffre haut\u202f; le trait est le chiffre que l’UCDP retient. La fourchette est celle de la source, non un intervalle de confiance.',
    },
  },
];

export const situations = [
  {
    id: 'months-partial',
    read: fixture('months-partial'),
    heading: { en: 'A month that is not over', fr: 'Un mois inachevé' },
    say: {
      en: 'The last column ends on 14 September: the chart derives that from the date of the figures, and nobody has to remember it.',
      fr: 'La dernière colonne s’arrête au 14 septembre\u00a0: le graphique le déduit de la date des chiffres, personne n’a à y penser.',
    },
  },
  {
    id: 'same-days',
    read: fixture('same-days'),
    heading: { en: 'The one comparison that is allowed', fr: 'La seule comparaison permise' },
    say: {
      en: 'The source also gives the earlier year’s figure for the same days, so a line marks it on that year’s column and one sentence says it.',
      fr: 'La source donne aussi le chiffre des mêmes jours de l’année précédente\u00a0: un trait le marque sur cette colonne et une phrase le dit.',
    },
  },
  {
    id: 'gap-in-reports',
    read: fixture('gap-in-reports'),
    heading: { en: 'Years without a figure', fr: 'Des années sans chiffre' },
    say: {
      en: '2020 and 2021 are not known, 2022 is a reported zero and 2023 is not in the data: three different things, and only one of them is 0.',
      fr: '2020 et 2021 ne sont pas connus, 2022 est un zéro publié et 2023 manque\u00a0: trois choses différentes, dont une seule vaut 0.',
    },
  },
  {
    id: 'minimum-only',
    read: fixture('minimum-only'),
    heading: { en: 'A minimum count', fr: 'Un minimum' },
    say: {
      en: 'Documented cases only: every column is open at the top, and every number says “at least”.',
      fr: 'Cas recensés seulement\u00a0: chaque colonne est ouverte en haut et chaque nombre dit «\u00a0au moins\u00a0».',
    },
  },
  {
    id: 'break-between',
    read: fixture('break-between'),
    heading: { en: 'A break in the series', fr: 'Une rupture de série' },
    say: {
      en: 'The counting rules change in 2022: a labelled gap parts the two series, and no sentence looks for a highest or lowest figure across it.',
      fr: 'Les règles de comptage changent en 2022\u00a0: un espace nommé sépare les deux séries, et aucune phrase ne cherche un maximum de part et d’autre.',
    },
  },
  {
    id: 'days',
    read: fixture('days'),
    heading: { en: 'Hundreds of days', fr: 'Des centaines de jours' },
    say: {
      en: 'Columns would be too thin to see, so one stepped area takes over: unsmoothed, with gaps where days are unknown, and every day in the table.',
      fr: 'Des colonnes seraient trop fines\u00a0: une aire à paliers les remplace, sans lissage, avec des blancs là où l’on ne sait pas, et tous les jours au tableau.',
    },
  },
  {
    id: 'cumulative-months',
    read: fixture('cumulative-months'),
    view: 'cumulative',
    heading: { en: 'Counted from 1 January', fr: 'Compté depuis le 1er janvier' },
    say: {
      en: 'The view for years that are not over: each line can be read against the others at the same day, and the newest stops at its last covered day.',
      fr: 'La vue pour une année inachevée\u00a0: chaque courbe se lit face aux autres au même jour, et la dernière s’arrête à son dernier jour couvert.',
    },
  },
  {
    id: 'doubtful-range',
    read: fixture('doubtful-range'),
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
    read: fixture('corrected'),
    heading: { en: 'A correction', fr: 'Une correction' },
    say: {
      en: 'The dated correction stands under the figure; the earlier number stays in the summary and in the table.',
      fr: 'La correction datée figure sous le graphique\u202f; l’ancien nombre reste dans le résumé et au tableau.',
    },
  },
  {
    id: 'withdrawn',
    read: fixture('withdrawn'),
    heading: { en: 'A withdrawal', fr: 'Un retrait' },
    say: {
      en: 'The figures are gone from the picture, the table and the downloads; the reason and its date stand in their place.',
      fr: 'Les chiffres disparaissent de l’image, du tableau et des téléchargements\u202f; la raison et sa date prennent leur place.',
    },
  },
  {
    id: 'refused',
    read: async () => {
      const contract = await fixture('article')();
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
