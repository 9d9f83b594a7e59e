import assert from 'node:assert/strict';
import test from 'node:test';
import { dayNumber, parsePeriod } from '../../src/data/period.js';
import { describe } from '../../src/static/index.js';
import { formatDay, formatDayShort, formatPeriod } from '../../src/words/dates.js';
import { findLanguage, type LanguagePack, registerLanguage } from '../../src/words/language.js';
import arabic, { arabicDigits } from '../../src/words/languages/ar.js';
import { formatNumber, formatShare, formatTick } from '../../src/words/numbers.js';
import { readFixture } from '../support/golden.js';

registerLanguage(arabic);

type Contract = Record<string, any>;

/** Without the marks that keep Latin words together. */
const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
const contract = (fields: Contract = {}): Contract => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place: { en: 'in Mali', ar: 'في مالي' },
  source: { producer: 'ACLED', asOf: '2025-12-31' },
  rows: [{ period: '2024', value: 924 }],
  ...fields,
});
const summary = (fields?: Contract, lang = 'ar'): string => bare(describe(contract(fields), lang).summary);
const people = [
  { id: 'a', name: { en: 'Wagner', ar: 'فاغنر' } },
  { id: 'b', name: { en: 'Malian army', ar: 'الجيش المالي' } },
];
const attribution = (rows: Contract[], fields: Contract = {}): string =>
  summary({
    schema: 'attribution/1',
    relation: 'involving',
    whole: 'all',
    actors: people,
    rows: rows.map((row) => ({ period: '2024', ...row })),
    ...fields,
  });
const gold = (fields: Contract): string =>
  bare(
    describe(
      {
        schema: 'gold-gauge/1',
        flow: 'mined',
        sector: 'industrial',
        unit: 't',
        place: { en: 'in Mali', ar: 'في مالي' },
        amount: { period: '2024', value: 51.7 },
        source: { producer: 'Ecofin', asOf: '2025-09-30' },
        ...fields,
      },
      'ar',
    ).summary,
  );

// --- Whole sentences

test('Arabic: whole periods, incidents and a part of a year, as in the article', () => {
  const data = readFixture('casualties', 'article');
  data.actors = people.map(({ name }) => name);
  data.place.ar = 'في مالي';
  data.events[0].label.ar = 'فاغنر تصبح فيلق أفريقيا';
  assert.equal(
    bare(describe(data, 'ar').summary),
    'في عام 2024، أُبلغ عن مقتل 924 مدنيًا في مالي في حوادث بمشاركة فاغنر والجيش المالي، بحسب ACLED. ' +
      'من 1 يناير إلى 21 نوفمبر 2025 (عدد الأيام: 325 من 365)، أُبلغ عن مقتل 434 مدنيًا. ' +
      'لا يمكن مقارنة هذا الرقم برقم سنة كاملة. ' +
      'لا يذكر المصدر تاريخ نهاية؛ و21 نوفمبر 2025 هو تاريخ النشر. ' +
      'تتغير السلسلة في يونيو 2025: فاغنر تصبح فيلق أفريقيا.',
  );
});
test('Arabic: title, subtitle and name', () => {
  const { title, subtitle, name } = describe(contract(), 'ar');
  assert.equal(title, 'عدد المدنيين المُبلغ عن مقتلهم في مالي');
  assert.equal(subtitle, 'حسب السنة، 2024');
  assert.equal(name, 'مخطط أعمدة: عدد المدنيين المُبلغ عن مقتلهم في مالي، 2024');
});
test('Arabic: the noun of a title takes its suffix whatever is counted', () => {
  const titles = ['killed', 'injured', 'killed-and-injured'].map(
    (measure) => describe(contract({ measure, method: 'estimated', victims: 'everyone' }), 'ar').title,
  );
  assert.deepEqual(titles, [
    'عدد الأشخاص المقدر مقتلهم في مالي',
    'عدد الأشخاص المقدر إصابتهم في مالي',
    'عدد الأشخاص المقدر مقتلهم أو إصابتهم في مالي',
  ]);
});
test('Arabic: a minimum, attributed', () => {
  assert.equal(
    summary({ method: 'documented-minimum', relation: 'attributed', actors: [people[1]!.name] }),
    'في عام 2024، وُثق مقتل 924 مدنيًا على الأقل في مالي. بحسب ACLED، تُنسب هذه الوفيات إلى الجيش المالي.',
  );
});
test('Arabic: an estimate with its range, of people killed or injured', () => {
  assert.equal(
    summary({
      measure: 'killed-and-injured',
      victims: 'not-specified',
      method: 'estimated',
      interval: 'ci95',
      rows: [{ period: '2025-Q3', value: 1250, low: 900, high: 1700 }],
    }),
    'في الربع الثالث من عام 2025، تشير التقديرات إلى مقتل أو إصابة 1,250 شخصًا (النطاق المنشور: من 900 إلى 1,700) في مالي، بحسب ACLED. ' +
      'لا يذكر المصدر عدد المدنيين بينهم.',
  );
});
for (const [n, said] of [
  [0, 'كان عدد المدنيين المُبلغ عن مقتلهم 0'],
  [1, 'أُبلغ عن مقتل مدني واحد (1)'],
  [2, 'أُبلغ عن مقتل مدنيين اثنين (2)'],
  [3, 'أُبلغ عن مقتل 3 مدنيين'],
  [10, 'أُبلغ عن مقتل 10 مدنيين'],
  [11, 'أُبلغ عن مقتل 11 مدنيًا'],
  [99, 'أُبلغ عن مقتل 99 مدنيًا'],
  [100, 'أُبلغ عن مقتل 100 مدني'],
  [102, 'أُبلغ عن مقتل 102 مدني'],
  [103, 'أُبلغ عن مقتل 103 مدنيين'],
  [1011, 'أُبلغ عن مقتل 1,011 مدنيًا'],
] as const)
  test(`Arabic: ${n} in the right form`, () => {
    assert.equal(
      summary({ rows: [{ period: '2024', value: n }] }),
      `في عام 2024، ${said} في مالي، بحسب ACLED.`,
    );
  });
test('Arabic: every group of victims agrees with its number', () => {
  const said = (victims: string, measure: string, value: number): string =>
    summary({ victims, measure, rows: [{ period: '2024-06', value }] }).split(' في مالي')[0]!;
  assert.equal(said('combatants', 'injured', 5), 'في يونيو 2024، أُبلغ عن إصابة 5 مقاتلين');
  assert.equal(said('combatants', 'killed', 20), 'في يونيو 2024، أُبلغ عن مقتل 20 مقاتلًا');
  assert.equal(said('everyone', 'killed', 4), 'في يونيو 2024، أُبلغ عن مقتل 4 أشخاص');
  assert.equal(said('everyone', 'injured', 0), 'في يونيو 2024، كان عدد الأشخاص المُبلغ عن إصابتهم 0');
  assert.equal(said('not-specified', 'killed', 200), 'في يونيو 2024، أُبلغ عن مقتل 200 شخص');
});
test('Arabic: unknown periods are not zero', () => {
  assert.equal(
    summary({
      rows: [9, null, 14, null, null].map((value, i) => ({ period: String(2019 + i), value })),
      method: 'documented-minimum',
    }),
    'في عام 2021، وُثق مقتل 14 مدنيًا على الأقل في مالي، بحسب ACLED. ' +
      'لا يتوفر رقم عن عام 2020. لا يتوفر رقم عن الفترة من 2022 إلى 2023.',
  );
});
test('Arabic: a revised figure', () => {
  assert.match(
    summary({ rows: [{ period: '2024', value: 924, previous: [{ asOf: '2025-01-15', value: 911 }] }] }),
    / كان رقم عام 2024 هو 911 في 15 يناير 2025، وهو الآن 924\.$/,
  );
});
test('Arabic: the same days of the earlier year', () => {
  assert.match(
    describe(readFixture('casualties', 'same-days'), 'ar').summary,
    / لا يمكن مقارنة هذا الرقم برقم سنة كاملة\. حتى التاريخ نفسه من عام 2024 كان الرقم 655\.$/,
  );
});
test('Arabic: highest and lowest', () => {
  assert.match(
    describe(readFixture('casualties', 'mali-ucdp'), 'ar').summary,
    / أعلى رقم حسب السنة هو 3,656، في عام 2022\. وأدنى رقم هو 198، في عام 2016\.$/,
  );
});

// --- Attribution: together, disputed and not separated are three things

test('Arabic: joint, alone and unattributed', () => {
  assert.equal(
    attribution([
      { actors: ['a', 'b'], link: 'joint', value: 60 },
      { actors: ['a'], value: 140 },
      { actors: 'unattributed', value: 1 },
    ]),
    'في عام 2024، أُبلغ عن مقتل 201 مدني في مالي، بحسب ACLED. ' +
      'منهم 60 في حوادث بمشاركة فاغنر والجيش المالي معًا، وكل شخص محسوب مرة واحدة. ' +
      '140 في حوادث بمشاركة فاغنر من دون الأطراف الأخرى. ' +
      'عدد غير المنسوبين إلى أي طرف: 1. ' +
      'لكل طرف، مع تداخل الأرقام: فاغنر: المجموع 200. ' +
      'ترتيب الأجزاء، وهو نفسه في كل فترة: فاغنر؛ فاغنر والجيش المالي معًا؛ غير منسوب.',
  );
});
test('Arabic: a selection that the source does not separate', () => {
  const text = attribution([{ actors: ['a', 'b'], link: 'unsplit', value: 924 }], { whole: 'selection' });
  assert.equal(
    text,
    'في عام 2024، أُبلغ عن مقتل 924 مدنيًا في مالي في حوادث بمشاركة فاغنر والجيش المالي، بحسب ACLED. ' +
      'لا يعطي المصدر رقمًا لكل طرف. ' +
      'لا ينشر المصدر رقمًا لغير المنسوبين إلى أي طرف. ' +
      'يعرض هذا الرسم مجموعة مختارة من الحوادث، وليس كل حوادث مقتل المدنيين في مالي.',
  );
  assert.doesNotMatch(text, /معًا|خلاف/);
});
test('Arabic: disputed is neither joint nor proven', () => {
  const text = attribution([
    { actors: ['a', 'b'], link: 'disputed', value: 30 },
    { actors: 'unattributed', value: 4 },
  ]);
  assert.match(text, / المسؤولية عن 30 محل خلاف بين فاغنر والجيش المالي\. عدد غير المنسوبين إلى أي طرف: 4\./);
  assert.doesNotMatch(text, /معًا|بمشاركة/);
});
test('Arabic: attributed by the source', () => {
  assert.match(
    attribution(
      [
        { actors: ['a', 'b'], link: 'joint', value: 299 },
        { actors: ['b'], value: 29 },
      ],
      { relation: 'attributed' },
    ),
    / منهم 299 المسؤولية عنهم منسوبة إلى فاغنر والجيش المالي معًا، وكل شخص محسوب مرة واحدة\. المسؤولية عن 29 منسوبة إلى الجيش المالي من دون الأطراف الأخرى\./,
  );
});

// --- Gold

test('Arabic: gold beside an unlike capacity', () => {
  assert.equal(
    gold({
      references: [
        {
          kind: 'capacity',
          flow: 'refined',
          stage: 'planned',
          value: 200,
          label: { en: 'Yadran refinery', ar: 'مصفاة يادران' },
        },
      ],
    }),
    'في عام 2024، أنتجت المناجم الصناعية 51.7 طن من الذهب في مالي، بحسب Ecofin. ' +
      'مصفاة يادران: 200 طن (طاقة التكرير المخطط لها). وهذا يعادل رقم عام 2024 مضروبًا في 3.9، وليس هدفًا للإنتاج. ' +
      'الطاقة ليست إنتاجًا.',
  );
});
test('Arabic: gold without a value', () => {
  assert.equal(
    gold({ flow: 'refined', sector: 'all', amount: { period: '2025', value: null } }),
    'لم يُذكر رقم للتكرير في عام 2025.',
  );
});
test('Arabic: an amount in its form', () => {
  for (const [value, said] of [
    [2, '2 كيلوغرام'],
    [7, '7 كيلوغرامات'],
    [42, '42 كيلوغرامًا'],
    [100, '100 كيلوغرام'],
  ] as const)
    assert.equal(
      gold({ flow: 'seized', sector: 'all', unit: 'kg', amount: { period: '2024', value } }),
      `في عام 2024، بلغت كمية الذهب المضبوط ${said} في مالي، بحسب Ecofin.`,
    );
});

// --- Numbers, dates and digits

test('Arabic: numbers as CLDR writes them, in both kinds of digits', () => {
  for (const pack of [arabic, arabicDigits])
    assert.equal(formatNumber(pack, 12_345.6), new Intl.NumberFormat(pack.tag).format(12_345.6));
  assert.equal(formatNumber(arabic, 12_345.6), '12,345.6');
  assert.equal(formatNumber(arabicDigits, 12_345.6), '١٢٬٣٤٥٫٦');
  assert.equal(formatShare(arabic, 1, 3), '33%');
  assert.equal(formatShare(arabicDigits, 1, 3), '٣٣٪');
  assert.equal(formatTick(arabic, 2_500_000), '2.5\u00a0مليون');
});
test('Arabic: dates and periods', () => {
  assert.equal(formatDay(arabic, dayNumber(2025, 11, 21)), '21 نوفمبر 2025');
  assert.equal(formatDay(arabicDigits, dayNumber(2025, 1, 1)), '١ يناير ٢٠٢٥');
  assert.equal(formatDayShort(arabic, dayNumber(2025, 8, 3)), '3 أغسطس');
  const periods = (pack: LanguagePack): string[] =>
    ['2025', '2025-Q3', '2025-06', '2025-W14'].map((text) => formatPeriod(pack, parsePeriod(text)!));
  assert.deepEqual(periods(arabic), [
    '2025',
    'الربع الثالث من عام 2025',
    'يونيو 2025',
    'الأسبوع 14 من عام 2025',
  ]);
  assert.deepEqual(periods(arabicDigits), [
    '٢٠٢٥',
    'الربع الثالث من عام ٢٠٢٥',
    'يونيو ٢٠٢٥',
    'الأسبوع ١٤ من عام ٢٠٢٥',
  ]);
});
test('Arabic: other digits need no other file, and other Arabic tags are the plain pack', () => {
  assert.deepEqual(findLanguage('ar-u-nu-arab'), arabicDigits);
  assert.deepEqual(findLanguage('ar-ML'), arabic);
  assert.equal(summary({}, 'ar-u-nu-arab'), 'في عام ٢٠٢٤، أُبلغ عن مقتل ٩٢٤ مدنيًا في مالي، بحسب ACLED.');
});
test('Arabic: the two packs differ by digits and marks of numbers alone', () => {
  const latin = (text: string): string =>
    text.replace(/[٠-٩]/g, (d) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(d))).replaceAll('٪', '%');
  assert.equal(latin(JSON.stringify(arabicDigits.text)), JSON.stringify(arabic.text));
  assert.doesNotMatch(JSON.stringify(Object.values(arabicDigits.text)), /\d|%/);
});
test('Arabic: no sentence has a mark of direction, stretching or Latin punctuation', () => {
  for (const [key, text] of Object.entries(arabic.text))
    assert.doesNotMatch(
      (typeof text === 'string' ? [text] : Object.values(text)).join('\n'),
      /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0640,;]/,
      key,
    );
});
