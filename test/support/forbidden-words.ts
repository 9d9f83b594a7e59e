// What no text of a chart may say, language by language: the one list of it.
import type { Contract } from './reader-texts.js';

export interface Forbidden {
  /** A doer, or a word that judges. Never, whatever the relation. */
  readonly doer: RegExp;
  /** Words of change: two periods are never compared. */
  readonly change: RegExp;
  /** More and less, shares and differences: not where a period is partial. Some stand in other sentences. */
  readonly more: RegExp;
  /** What is wrong a year later. */
  readonly endless: RegExp;
  /** Words of `involving`, which no other relation may use. */
  readonly involved: RegExp;
  /** Words of `attributed`. */
  readonly attributed: RegExp;
  /** The same words where they are said of nobody: unattributed, disputed. */
  readonly nobody: RegExp;
  readonly minimum: RegExp;
  readonly estimated: RegExp;
  readonly injured: RegExp;
  /** What an empty slot, a lost number or a preposition beside an article leaves. */
  readonly broken: RegExp;
}

const BROKEN = ' {2}|\\(\\)|undefined|null|NaN|\\[object|[{}\\ue000]|^[\\s,.:]';

/** Whole words of a list. */
const words = (list: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(${list.replace(/\s+/g, '|').replaceAll('_', ' ')})(?![\\p{L}\\p{N}])`,
    'iu',
  );

export const FORBIDDEN: Readonly<Record<'ar' | 'de' | 'en' | 'es' | 'fr' | 'pt', Forbidden>> = {
  ar: {
    doer: /على (يد|أيدي)|من قبل|بنيران|(?<!م)قُ?تل(ت|وا|ه)|(?<!م)قاتل|جريمة|مجزرة|مذبحة|اغتيال|إعدام|تورط|ضلوع|ضحايا/,
    change: /ارتفع|انخفض|تراجع|ازداد|تضاعف|ارتفاع|انخفاض|زيادة|هبوط|صعود/,
    more: /أكثر من|أقل من|فرق|بالمئة|في المئة|مقارنة ب/,
    endless: /حتى الآن|هذا العام|هذه السنة|العام الماضي|حتى اليوم/,
    involved: /بمشاركة|المشاركة/,
    attributed: /منسوب|تُنسب|المسؤولية/,
    nobody: /غير المنسوبين إلى أي طرف|غير منسوب|المسؤولية عن \S+ محل خلاف/g,
    minimum: /على الأقل|الحد الأدنى|حدود دنيا|وُثق|الموثق|فأكثر/,
    estimated: /تقدير|المقدر/,
    injured: /إصاب|مصاب/,
    broken: new RegExp(`${BROKEN}| [،؛.]|،\\s*[.،]|،$`),
  },
  de: {
    doer: /getötet (von|durch)|\b(von|durch) [^.,;:()"]* getötet|\btötete|ermorde|erschoss|hingerichtet|massaker|\bOpfer/i,
    change: words(
      'stieg stiegen sank sanken fiel fielen wuchs wuchsen gesunken gestiegen gefallen zugenommen abgenommen verdoppelt halbiert Anstieg Rückgang Zunahme Abnahme Trend Tendenz',
    ),
    more: words('mehr weniger höher niedriger gegenüber Unterschied Prozent'),
    endless: words('bisher bislang dieses_Jahr in_diesem_Jahr heuer heute zuletzt'),
    involved: /beteilig/i,
    attributed: /zuschreib|zugeschrieben|verantwort/i,
    nobody: /ist die Verantwortung zwischen mehreren Akteuren strittig/g,
    minimum: /mindest|≥|dokumentiert/i,
    estimated: /gesch(ätz|\.)|schätz/i,
    injured: /verletz/i,
    broken: new RegExp(`${BROKEN}| [.,;)]`),
  },
  en: {
    doer: /killed by|killings? by|murder|slain|slaughter|massacr|perpetrat|responsible for|victims?\b/i,
    change: words(
      'fell fall falls fallen drop drops dropped decline declined declines decrease decreased decreases rose rise rises risen increase increased increases halved doubled surge surged soared plunged jumped trend',
    ),
    more: words('more less fewer lower higher up down difference percent per_cent'),
    endless: words('so_far to_date this_year last_year today yet recently'),
    involved: /involv/i,
    attributed: /attribut|responsib|blam/i,
    nobody:
      /unattributed|(is|are) not attributed to any actor|it is disputed between .* who is responsible/gi,
    minimum: /at least|minimum|on record|≥/i,
    estimated: /\best(imat|\.)/i,
    injured: /casualt|injur/i,
    broken: new RegExp(`${BROKEN}| [.,;)]`),
  },
  es: {
    doer: /asesin|mat(ó|aron|ad[oa]s?\b)|ejecutad|víctimas?|\bbajas\b|(muert|herid)[oa]s? (por|a manos)\b/i,
    change:
      /aument|creci|\bsubi(ó|eron)|\bcay(ó|eron)|caída|\bbaj(ó|aron)|descens|descendi|disminu|dispar|duplic|reduj|tendencia/i,
    more: words('más menos mayor menor diferencia por_ciento'),
    endless: /este año|hasta ahora|hasta hoy|hasta la fecha|recientemente/i,
    involved: /implicad/i,
    attributed: /responsab|atribu/i,
    nobody: /no se atribuyen? a ningún actor|sin atribuir|la responsabilidad está en disputa/gi,
    minimum: /al menos|mínim|document|≥/i,
    estimated: /\best(im|\.)/i,
    injured: /herid/i,
    broken: new RegExp(`${BROKEN}| [.,;)]|\\bde el\\b|\\ba el\\b| y i| o o`, 'i'),
  },
  fr: {
    doer: /tuée?s? par|assassin|meurtr|massacr|victimes?\b|coupable/i,
    change: words(
      'baisse baissé baissent recul reculé reculent chute chuté diminution diminué diminue réduction hausse augmentation augmenté augmente doublé évolution variation tendance',
    ),
    more: words('plus moins différence pourcent pour_cent'),
    endless: /jusqu’à présent|cette année|l’an dernier|aujourd’hui|à ce jour/i,
    involved: /impliqu/i,
    attributed: /attribu|responsab/i,
    nobody:
      /n(’est|e sont) attribuée?s? à aucun acteur|non attribués?|(la )?responsabilité (est )?disputée/gi,
    minimum: /au moins|minim|recens|≥/i,
    estimated: /\best(im|\. \d)/i,
    injured: /bless/i,
    broken: new RegExp(`${BROKEN}| [.,)]|\\b(de|à) les? |\\bde (avril|août|octobre)`),
  },
  pt: {
    doer: /assassin|\bmat(ou|aram|ad[oa]s?)\b|executad|vítimas?|(mort|ferid)[oa]s? (por|pel[oa]s?|às mãos)\b/i,
    change:
      /aument|cresce|\bsub(iu|iram)|\bca(iu|íram)|queda|desce(u|ram)|diminu|dispar|duplic|reduzi|tendência/i,
    more: words('mais menos maior menor diferença por_cento'),
    endless: /este ano|até agora|até hoje|até à data|recentemente/i,
    involved: /envolv/i,
    attributed: /responsab|atribu/i,
    nobody: /não se atribuem? a nenhum ator|sem atribuição|a responsabilidade está em disputa/gi,
    minimum: /pelo menos|mínim|document|≥/i,
    estimated: /\best(im|\. \d)/i,
    injured: /ferid/i,
    // Also what is written or meant otherwise in the other of the two countries.
    broken: new RegExp(
      `${BROKEN}| [.,;)]|\\b(de|em|por) [oa]s? |bilh|bili(ão|ões)|registr?o|plane[aj]|ecrã|\\btela\\b|g[éê]nero|fac?to\\b`,
      'i',
    ),
  },
};

/** One text in each language that the list must find, kind by kind. */
export const EXAMPLES: Readonly<
  Record<keyof typeof FORBIDDEN, Partial<Record<keyof Forbidden, readonly string[]>>>
> = {
  ar: {
    doer: ['قُتلوا على يد فاغنر', 'قتلهم الجيش', 'قتلتهم فاغنر', 'تورطت فيها فاغنر'],
    change: ['ارتفع العدد', 'انخفض العدد'],
    endless: ['حتى الآن'],
  },
  de: {
    doer: ['9 Zivilisten wurden getötet von Wagner', 'von Wagner wurden 9 getötet'],
    change: ['Die Zahl ist gesunken', 'ein Rückgang'],
    endless: ['bisher'],
  },
  en: {
    doer: ['killed by Wagner'],
    change: ['It fell.', 'a drop'],
    more: ['Deaths down'],
    endless: ['so far'],
  },
  es: {
    doer: ['civiles asesinados', 'las víctimas', 'muertos por Wagner'],
    change: ['cayó un 53 %', 'una caída'],
    endless: ['este año'],
  },
  fr: {
    doer: ['tués par Wagner', 'les victimes'],
    change: ['en baisse', 'un recul'],
    more: ['plus élevé', 'au moins'],
    endless: ['cette année'],
  },
  pt: {
    doer: ['civis assassinados', 'as vítimas', 'mortos pelo exército', 'mortos por Wagner'],
    change: ['caiu 53%', 'uma queda'],
    endless: ['este ano'],
  },
};

/** What is forbidden to the texts of one contract, by what the contract says. */
export function forbiddenTo(
  { relation, method, measure, schema }: Contract,
  lang: keyof typeof FORBIDDEN,
): RegExp[] {
  const list = FORBIDDEN[lang];
  return [
    list.doer,
    list.change,
    list.endless,
    ...(schema.startsWith('gold') || relation !== 'involving' ? [list.involved] : []),
    ...(relation === 'attributed' ? [] : [list.attributed]),
    ...(method === 'reported' ? [list.minimum] : []),
    ...(method === 'estimated' ? [] : [list.estimated]),
    ...(measure === 'killed' ? [list.injured] : []),
  ];
}
