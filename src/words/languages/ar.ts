import { type LanguagePack, type PluralForm, registerLanguage, type Text } from '../language.js';
import type { AttributionTexts, CasualtiesTexts, CommonPack, GoldGaugeTexts } from './en.js';

// Templates hold no marks of direction: those are set around the slots. Marks of pronunciation stand where a word would
// be read as another one without them: «قُتل», «أُبلغ», «المُصدَّر».

/** CLDR's rule: 0, 1, 2, then by the last two digits: 3 to 10, 11 to 99, and the hundreds with all fractions. */
function plural(n: number): PluralForm {
  if (n < 3 && Number.isInteger(n)) return (['zero', 'one', 'two'] as const)[n]!;
  const last = n % 100;
  if (!Number.isInteger(n) || last < 3) return 'other';
  return last < 11 ? 'few' : 'many';
}

/** What is counted, as it stands beside a digit: one of them, two, 3 to 10 of them, 11 to 99, 100. */
type Counted = readonly [one: string, two: string, few: string, many: string, other: string];

const CIVILIANS: Counted = ['مدني واحد', 'مدنيين اثنين', 'مدنيين', 'مدنيًا', 'مدني'];
const COMBATANTS: Counted = ['مقاتل واحد', 'مقاتلين اثنين', 'مقاتلين', 'مقاتلًا', 'مقاتل'];
const PEOPLE: Counted = ['شخص واحد', 'شخصين اثنين', 'أشخاص', 'شخصًا', 'شخص'];

/** A clause by the number of those it counts. Of none, it says that the number is 0. */
function clause(before: string, [one, two, few, many, other]: Counted, zero: string, after = ''): Text {
  return {
    zero: `${zero} {n}{range}`,
    one: `${before} ${one} ({n})${after}{range}`,
    two: `${before} ${two} ({n})${after}{range}`,
    few: `${before} {n} ${few}${after}{range}`,
    many: `${before} {n} ${many}${after}{range}`,
    other: `${before} {n} ${other}${after}{range}`,
  };
}

const reported = (who: Counted): Text => clause('أُبلغ عن {done}', who, 'كان عدد {who} المُبلغ عن {done}هم');
const documented = (who: Counted): Text =>
  clause('وُثق {done}', who, 'كان الحد الأدنى لعدد {who} الموثق {done}هم', ' على الأقل');
const estimated = (who: Counted): Text =>
  clause('تشير التقديرات إلى {done}', who, 'كان عدد {who} المقدر {done}هم');

const QUARTERS = ['الأول', 'الثاني', 'الثالث', 'الرابع'];

/** What templates cannot know: a quarter in words, ـة before a suffix, and the marks beside an empty slot. */
function polish(text: string): string {
  return text
    .replace(
      /الربع ([1-4١-٤])(?![\d٠-٩])/g,
      (_, q: string) => `الربع ${QUARTERS['1234'.indexOf(q)] ?? QUARTERS['١٢٣٤'.indexOf(q)]!}`,
    )
    .replaceAll('مقتل أو إصابةهم', 'مقتلهم أو إصابتهم')
    .replaceAll('ةهم', 'تهم')
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=[،؛).])/g, '')
    .replace(/[ ،]+$/, '');
}

/** Arabic: numbers, dates and the sentences of every chart. */
export const common: CommonPack = {
  tag: 'ar',
  name: 'العربية',
  dir: 'rtl',
  group: ',',
  decimal: '.',
  months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  monthsShort: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  polish,
  plural,
  text: {
    day: '{d} {month} {year}',
    dayOfYear: '{d} {month}',
    dayShort: '{d} {month}',
    month: '{month} {year}',
    quarter: 'الربع {q} من عام {year}',
    week: 'الأسبوع {w} من عام {year}',
    quarterShort: 'ر{q}',
    weekShort: 'أ{w}',
    spanShort: '{from}–{to}',
    'in.year': 'في عام {period}',
    'in.quarter': 'في {period}',
    'in.month': 'في {period}',
    'in.week': 'في {period} (من {from} إلى {to})',
    'in.day': 'في {period}',
    fromTo: 'من {from} إلى {to}',
    'unit.year': 'سنة كاملة',
    'unit.quarter': 'ربع سنة كامل',
    'unit.month': 'شهر كامل',
    'unit.week': 'أسبوع كامل',
    'units.year': 'سنوات كاملة',
    'units.quarter': 'أرباع سنة كاملة',
    'units.month': 'أشهر كاملة',
    'units.week': 'أسابيع كاملة',
    'by.year': 'حسب السنة',
    'by.quarter': 'حسب ربع السنة',
    'by.month': 'حسب الشهر',
    'by.week': 'حسب الأسبوع',
    'by.day': 'حسب اليوم',
    span: 'من {from} إلى {to}',
    spanDay: 'من {from} إلى {to}',
    and: '{a} و{b}',
    comma: '{a}، {b}',
    'who.civilians': 'المدنيين',
    'who.combatants': 'المقاتلين',
    'who.everyone': 'الأشخاص',
    'who.not-specified': 'الأشخاص',
    // Nouns: «أُبلغ عن مقتل 924 مدنيًا» names nobody who did it.
    'done.killed': 'مقتل',
    'done.injured': 'إصابة',
    'done.killed-and-injured': 'مقتل أو إصابة',
    'noun.reported': 'عدد {who} المُبلغ عن {done}هم {place}',
    'noun.documented-minimum': 'الحد الأدنى لعدد {who} الموثق {done}هم {place}',
    'noun.estimated': 'عدد {who} المقدر {done}هم {place}',
    'clause.reported': reported(PEOPLE),
    'clause.reported.civilians': reported(CIVILIANS),
    'clause.reported.combatants': reported(COMBATANTS),
    'clause.documented-minimum': documented(PEOPLE),
    'clause.documented-minimum.civilians': documented(CIVILIANS),
    'clause.documented-minimum.combatants': documented(COMBATANTS),
    'clause.estimated': estimated(PEOPLE),
    'clause.estimated.civilians': estimated(CIVILIANS),
    'clause.estimated.combatants': estimated(COMBATANTS),
    range: ' (النطاق المنشور: من {low} إلى {high})',
    involving: ' في حوادث بمشاركة {actors}',
    according: '، بحسب {producer}',
    attributed: 'بحسب {producer}، تُنسب هذه الوفيات إلى {actors}.',
    'attributed.injured': 'بحسب {producer}، تُنسب هذه الإصابات إلى {actors}.',
    'attributed.killed-and-injured': 'بحسب {producer}، تُنسب هذه الوفيات والإصابات إلى {actors}.',
    'figure.reported': '{n}',
    'figure.documented-minimum': '{n} فأكثر',
    'figure.estimated': '{n} تقديرًا',
    'spoken.reported': '{n}',
    'spoken.documented-minimum': '{n} على الأقل',
    'spoken.estimated': '{n} تقديرًا',
    full: '{when}، {clause} {place}{involving}{according}.',
    partial: '{when} (عدد الأيام: {days} من {full})، {clause} {place}{involving}{according}.',
    noComparator: 'لا يمكن مقارنة هذا الرقم برقم {unit}.',
    comparator: 'حتى التاريخ نفسه من عام {year} كان الرقم {m}.',
    'comparator.quarter': 'حتى اليوم المقابل من {year} كان الرقم {m}.',
    'comparator.month': 'حتى اليوم المقابل من {year} كان الرقم {m}.',
    'comparator.week': 'حتى اليوم المقابل من {year} كان الرقم {m}.',
    'comparator.span': 'للأيام نفسها من عام {year} كان الرقم {m}.',
    'comparator.span.quarter': 'للأيام المقابلة من {year} كان الرقم {m}.',
    'comparator.span.month': 'للأيام المقابلة من {year} كان الرقم {m}.',
    'comparator.span.week': 'للأيام المقابلة من {year} كان الرقم {m}.',
    inferredEnd: 'لا يذكر المصدر تاريخ نهاية؛ و{day} هو تاريخ النشر.',
    break: 'تتغير السلسلة في {period}: {label}.',
    'break.year': 'تتغير السلسلة في عام {period}: {label}.',
    'break.span': 'تتغير السلسلة ({period}): {label}.',
    'break.day': 'تتغير السلسلة في {period}: {label}.',
    unknown: 'لا يتوفر رقم عن {period}.',
    'unknown.year': 'لا يتوفر رقم عن عام {period}.',
    'unknown.day': 'لا يتوفر رقم عن يوم {period}.',
    unknownSpan: 'لا يتوفر رقم عن الفترة {span}.',
    unknownSome: 'عدد الفترات التي لا يتوفر رقم عنها: {n} من {all}.',
    revised: 'كان رقم {period} هو {old} في {day}، وهو الآن {n}.',
    'revised.year': 'كان رقم عام {period} هو {old} في {day}، وهو الآن {n}.',
    'revised.day': 'كان رقم يوم {period} هو {old} في {day}، وهو الآن {n}.',
    revisedShort: 'كان {old} في {day}',
    subtitle: '{by}، {span}',
    'subtitle.involving': 'في حوادث بمشاركة {actors}، {by}، {span}',
    'subtitle.attributed': 'المسؤولية منسوبة بحسب {producer} إلى {actors}، {by}، {span}',
    source: 'المصدر: {producer}',
    sourceVia: 'المصدر: {producer}، عبر {via}',
    asOf: 'الأرقام كما في {day}',
    'asOf.publication': 'الأرقام كما في {day}، تاريخ النشر',
    accessed: 'تاريخ الاطلاع: {day}',
    query: 'عوامل التصفية: {query}',
    changes: 'التعديلات: {changes}',
    licence: 'الترخيص: {licence}',
    'caveat.reported': 'هذه أرقام مُبلغ عنها. ويمكن أن تغيرها بلاغات لاحقة.',
    'caveat.documented-minimum': 'هذه حدود دنيا لحالات موثقة. وقد تكون هناك حالات أخرى غير معروفة.',
    'caveat.estimated': 'هذه الأرقام تقديرات.',
    'interval.source-range':
      'يمتد النطاق من الرقم الأدنى إلى الرقم الأعلى لدى المصدر. وهو ليس فترة ثقة، ولا يعبر عن كل أوجه عدم اليقين.',
    'interval.min-max-claims': 'يمتد النطاق من أدنى الأرقام المعلنة إلى أعلاها. وهو ليس فترة ثقة.',
    'interval.ci95': 'النطاق فترة ثقة بنسبة 95%. وهو لا يعبر عن كل أوجه عدم اليقين.',
    doubtfulRange: '{period}: النطاق المنشور لا يشمل الرقم المنشور، ولذلك لم يُرسم نطاق.',
    correction: 'تصحيح، {day}: {text}',
    withdrawal: 'سُحب في {day}. {text}',
    decimated: 'الفترات أكثر من نقاط الصورة: كل نقطة تعرض أعلى رقم وأدنى رقم فيها. ويضم الجدول الفترات كلها.',
    'key.partial': 'أعلى مفتوح بخط متقطع: فترة غير كاملة',
    'key.range': 'أعلى متدرج: النطاق المنشور؛ والخط هو الرقم',
    'key.unknown': 'غ.م: غير معروف أو غير منشور',
    'key.samePeriod': 'الخط على {year}: {m} للأيام نفسها، من {from} إلى {to}',
    'key.earlier': 'الشقّان: الرقم قبل آخر مراجعة له',
    samePeriodTip: '{m} للأيام نفسها، من {from} إلى {to}',
    'key.minimum': 'أعلى متدرج: هذا العدد على الأقل',
    'key.break': 'خط متقطع: تتغير السلسلة',
    'key.event': '{n}. {when}: {label}',
    'key.listed': '{when}: {label}',
    nk: 'غ.م',
    notSpecified: 'لا يذكر المصدر عدد المدنيين بينهم.',
    subtitleNotSpecified: '{subtitle}؛ من دون تحديد المدنيين أو المقاتلين',
    'column.period': 'الفترة',
    'column.covers': 'المدة المشمولة',
    'column.days': 'الأيام',
    'column.killed': 'القتلى',
    'column.injured': 'المصابون',
    'column.killed-and-injured': 'القتلى أو المصابون',
    'column.low': 'الأدنى',
    'column.high': 'الأعلى',
    'column.samePeriod': 'الأيام نفسها من السنة الأسبق',
    total: 'المجموع: {n}',
    running: 'منذ بداية العام: {n}',
    'column.running': 'منذ بداية العام',
    'column.share': 'النسبة',
    'column.status': 'الحالة',
    'column.note': 'ملاحظة',
    'status.complete': 'كاملة',
    'status.partial': 'غير كاملة',
    'status.unknown': 'غير معروف',
    table: 'البيانات في جدول',
    tablePage: 'الصفوف من {from} إلى {to} من أصل {all}',
    previous: 'الصفوف السابقة',
    next: 'الصفوف التالية',
    mark: '{period}: {n}.',
    markPartial: '{period}، من {from} إلى {to} فقط: {n}.',
    markUnknown: '{period}: غير معروف أو غير منشور.',
    markRange: 'النطاق المنشور: من {low} إلى {high}.',
    notComparable: 'غير قابل للمقارنة مع {unit}.',
    partialTip: '{period}، من {from} إلى {to} فقط',
    'partialLabel.from': 'من {from}',
    'partialLabel.to': 'حتى {to}',
    'partialLabel.both': '{from}–{to}',
    explorer: '{name}. مفاتيح الأسهم لقراءة كل رقم؛ وعلامة الاستفهام لعرض قائمة المفاتيح.',
    downloadName: 'تنزيل {format}',
    copy: 'نسخ',
    copied: 'تم النسخ',
    close: 'إغلاق',
    play: 'تشغيل كصوت',
    stop: 'إيقاف',
    keys: 'المفاتيح',
    // Time runs to the left here: the right arrow leads to the earlier period.
    'keys.along': '→ الأقدم، ← الأحدث',
    'keys.across': '↑ ↓ أجزاء الفترة نفسها',
    'keys.ends': 'Home، End: الأولى والأخيرة',
    // Brackets written as signs would be mirrored.
    'keys.extremes': 'القوسان المعقوفان: الأقل والأكثر',
    'keys.select': 'Enter: اختيار',
    'keys.close': 'Esc: إغلاق، ثم خروج',
    'keys.help': '?: هذه القائمة',
    loading: 'يجري تحميل الرسم.',
    'error.data': 'لا يمكن عرض هذا الرسم لأن في بياناته خطأ.',
    'error.load': 'تعذر تحميل بيانات هذا الرسم.',
    'error.render': 'تعذر إنشاء هذا الرسم.',
    stale: 'تعذر تحديث هذا الرسم. وما زال يعرض الأرقام كما في {day}.',
    empty: 'لا تتوفر أرقام.',
    percent: '{n}%',
    million: '{n}\u00a0مليون',
    billion: '{n}\u00a0مليار',
    trillion: '{n}\u00a0تريليون',
  },
};

export const casualties: CasualtiesTexts = {
  'chart.columns': 'مخطط أعمدة: {noun}، {span}',
  'chart.area': 'مخطط مساحات متدرج: {noun}، {span}',
  'chart.cumulative': 'مخطط خطوط، خط لكل سنة، محسوب من 1 يناير: {noun}، {span}',
  highest: 'أعلى رقم {by} هو {n}، {when}.',
  lowest: 'وأدنى رقم هو {n}، {when}.',
  onlyZero: 'الرقم المُبلغ عنه هو 0 لكل فترة.',
  'by.cumulative': 'محسوبًا من 1 يناير من كل سنة',
};

/** A unit with its number: the noun alone, 3 to 10 of them, 11 to 99. */
const amount = (other: string, few: string, many: string): Text => ({
  few: `{n} ${few}`,
  many: `{n} ${many}`,
  other: `{n} ${other}`,
});

export const goldGauge: GoldGaugeTexts = {
  'amount.t': amount('طن', 'أطنان', 'طنًا'),
  'amount.kg': amount('كيلوغرام', 'كيلوغرامات', 'كيلوغرامًا'),
  'amount.ozt': amount('أونصة تروي', 'أونصات تروي', 'أونصة تروي'),
  'short.t': '{n}\u00a0طن',
  'short.kg': '{n}\u00a0كغ',
  'short.ozt': '{n}\u00a0أونصة\u00a0تروي',
  'column.t': 'بالطن',
  'column.kg': 'بالكيلوغرام',
  'column.ozt': 'بأونصة تروي',
  'column.what': 'البند',
  'column.flow': 'النوع',
  'column.source': 'المصدر',
  'done.mined': 'المستخرج',
  'done.refined': 'المكرر',
  'done.exported': 'المُصدَّر',
  'done.seized': 'المضبوط',
  'sector.industrial': '، المناجم الصناعية',
  'sector.artisanal': '، التعدين الحرفي',
  'sector.all': '',
  'sector.all.mined': '، جميع المناجم',
  gold: 'الذهب {done} {place}{sector}',
  flow: 'الذهب {done}{sector}',
  gauge: 'مقياس: {noun}، {period}',
  made: 'بلغت كمية الذهب {done} {n}{range}',
  'mines.industrial': 'أنتجت المناجم الصناعية {n} من الذهب{range}',
  'mines.artisanal': 'أنتج التعدين الحرفي {n} من الذهب{range}',
  'figure.mined': 'إنتاج',
  'figure.refined': 'تكرير',
  'figure.exported': 'تصدير',
  'figure.seized': 'ضبط',
  noFigure: 'لا رقم لل{noun}',
  noFigureGiven: 'لم يُذكر رقم لل{noun} في {period}.',
  'noFigureGiven.year': 'لم يُذكر رقم لل{noun} في عام {period}.',
  'what.amount': 'الرقم',
  'what.capacity': 'طاقة ال{noun}',
  'what.capacity.planned': 'طاقة ال{noun} المخطط لها',
  'what.capacity.under-construction': 'طاقة ال{noun} قيد الإنشاء',
  'what.target': 'هدف',
  'what.forecast': 'توقع',
  'what.previous': 'رقم أسبق',
  'what.same-period': 'الأيام نفسها من سنة أسبق',
  earlier: 'أرقام أسبق: {list}.',
  reference: '{label}: {n} ({what}).',
  referencePercent: '{label}: {n} ({what}). ويعادل الرقم {p} من ذلك.',
  referenceTimes: '{label}: {n} ({what}). وهذا يعادل رقم عام {period} مضروبًا في {x}، وليس هدفًا للإنتاج.',
  notOutput: 'الطاقة ليست إنتاجًا.',
  percentTip: 'يعادل الرقم {p} من ذلك.',
  unlikeTip: 'غير قابل للمقارنة مع رقم هذا المقياس.',
  markReference: '{label}: {n}، {what}.',
  listed: '{period}: {n}',
  goldCaveat: 'هذه أرقام المصدر. ويمكن أن تغيرها أرقام لاحقة.',
  'goldCaveat.artisanal': 'جزء من ذهب التعدين الحرفي لا يُبلغ عنه. ويمكن أن تغير أرقام لاحقة هذه الأرقام.',
  'key.openEnd': 'مظلل بخطوط، طرفه مفتوح: فترة غير كاملة',
  'key.tint': 'لون فاتح: النطاق المنشور؛ والخط هو الرقم',
  'key.hollow': 'فارغ بخط متقطع: مخطط له، أو قياس من نوع آخر',
};

export const attribution: AttributionTexts = {
  'chart.stack': 'أعمدة مكدسة: {noun}، {by}؛ الحوادث المشتركة محسوبة مرة واحدة، {span}',
  'chart.rows': 'أشرطة مكدسة: {noun}، {by}؛ الحوادث المشتركة محسوبة مرة واحدة، {span}',
  'chart.areas': 'مساحات متدرجة مكدسة: {noun}، {by}؛ الحوادث المشتركة محسوبة مرة واحدة، {span}',
  'chart.share': 'أعمدة نسب: {noun}، {by}؛ الحوادث المشتركة محسوبة مرة واحدة، {span}',
  'chart.involved': 'أشرطة متداخلة: {noun}، {by}، {span}',
  'chart.panels': 'أعمدة مكدسة، وأشرطة متداخلة: {noun}، {by}، {span}',
  'byActors.involving': 'حسب الأطراف المشاركة في الحوادث',
  'byActors.attributed': 'حسب الأطراف المنسوبة إليها المسؤولية وفق {producer}',
  'title.attribution': '{noun}، {by}',
  or: '{a} أو {b}',
  follows: '{a} ثم {b}',
  semicolon: '{a}؛ {b}',
  shown: ' في الحوادث المعروضة',
  subtitleSelection: 'مجموعة مختارة من الحوادث، {by}، {span}',
  'part.actor': '{actors}',
  'part.joint': '{actors} معًا',
  'part.unsplit': '{actors}، من دون فصل في المصدر',
  'part.disputed': '{actors}، محل خلاف',
  'part.others': 'أطراف أخرى مسماة',
  'part.unattributed': 'غير منسوب',
  'part.missing': 'غير مفصل',
  'part.total': 'المجموع المنشور',
  unpublished: 'غير منسوب: غير منشور',
  'graded.confirmed': '{part} (مؤكد)',
  'graded.likely': '{part} (مرجح)',
  'graded.single-source': '{part} (مصدر واحد)',
  'graded.contested': '{part} (متنازع عليه)',
  'grade.confirmed': 'مؤكد',
  'grade.likely': 'مرجح',
  'grade.single-source': 'مصدر واحد',
  'grade.contested': 'متنازع عليه',
  'link.joint': 'معًا',
  'link.disputed': 'محل خلاف',
  'link.unsplit': 'من دون فصل في المصدر',
  'told.actor.involving': '{n} في حوادث بمشاركة {actors}.',
  'told.actor.attributed': 'المسؤولية عن {n} منسوبة إلى {actors}.',
  'told.alone.involving': '{n} في حوادث بمشاركة {actors} من دون الأطراف الأخرى.',
  'told.alone.attributed': 'المسؤولية عن {n} منسوبة إلى {actors} من دون الأطراف الأخرى.',
  'told.joint.involving': 'منهم {n} في حوادث بمشاركة {actors} معًا، وكل شخص محسوب مرة واحدة.',
  'told.joint.attributed': 'منهم {n} المسؤولية عنهم منسوبة إلى {actors} معًا، وكل شخص محسوب مرة واحدة.',
  'told.unsplit.involving': '{n} في حوادث بمشاركة {actors}؛ ولا يعطي المصدر رقمًا لكل طرف.',
  'told.unsplit.attributed': 'المسؤولية عن {n} منسوبة إلى {actors}؛ ولا يعطي المصدر رقمًا لكل طرف.',
  'told.unsplit.only': 'لا يعطي المصدر رقمًا لكل طرف.',
  'told.disputed': 'المسؤولية عن {n} محل خلاف بين {actors}.',
  'told.others.involving': '{n} في حوادث بمشاركة أطراف أخرى مسماة.',
  'told.others.attributed': 'المسؤولية عن {n} منسوبة إلى أطراف أخرى مسماة.',
  // "The number of …: {n}" needs no agreement with a number that may be any.
  'told.unattributed': 'عدد غير المنسوبين إلى أي طرف: {n}.',
  'told.missing': 'الجزء غير المفصل من المجموع المنشور: {n}.',
  'told.unpublished': 'لا ينشر المصدر رقمًا لغير المنسوبين إلى أي طرف.',
  'told.unpublishedSome': 'لا ينشر المصدر رقمًا لغير المنسوبين إلى أي طرف في {periods}.',
  'selection.involving': 'يعرض هذا الرسم مجموعة مختارة من الحوادث، وليس كل حوادث {done} {who} {place}.',
  'selection.attributed': 'يعرض هذا الرسم مجموعة مختارة، وليس كل حوادث {done} {who} {place}.',
  order: 'ترتيب الأجزاء، وهو نفسه في كل فترة: {list}.',
  overlap: 'لكل طرف، مع تداخل الأرقام: {list}.',
  noTouching: 'لا يوجد ترتيب تتجاور فيه كل أجزاء كل طرف، ولذلك لا تظهر بعض المجاميع إلا في العرض غير المكدس.',
  'involved.involving': 'المجموع {n}',
  'involved.attributed': 'المجموع {n}',
  someDisputed: '{text}، منها {m} محل خلاف',
  'heading.stack': 'كل شخص محسوب مرة واحدة',
  'heading.involved': 'الحادث الذي له طرفان محسوب لكليهما؛ لا تُجمع الأرقام',
  'key.partialStack': 'أعلى بخط متقطع: فترة غير كاملة',
  'key.partialRow': 'طرف بخط متقطع: فترة غير كاملة',
  'key.totalRange': 'شريط متدرج: النطاق المنشور للمجموع؛ والخط هو الرقم',
  'key.grade': 'كلما تقاربت الخطوط كان الدليل أضعف',
  'key.noShare': 'بلا نسب: المجموع أقل من 100، أو غير معروف كله',
  shareOf: 'ن = {n}',
  'column.total': 'مجموع الفترة',
  otherPeriods: 'فترات أخرى',
  'column.actors': 'الأطراف',
  'column.link': 'معًا أو محل خلاف',
  'column.grade': 'الدرجة',
};

/** The whole language, as `registerLanguage` takes it. */
export const pack: LanguagePack = {
  ...common,
  text: { ...common.text, ...casualties, ...attribution, ...goldGauge },
};
export default pack;

const DIGITS = '٠١٢٣٤٥٦٧٨٩';

/** A template with the numbers that stand in it ("95%") in the other digits; no slot is named with a digit. */
function inOtherDigits(text: Text): Text {
  if (typeof text !== 'string')
    return Object.fromEntries(
      Object.entries(text).map(([form, one]) => [form, inOtherDigits(one) as string]),
    ) as Text;
  return text.replace(/\d/g, (d) => DIGITS[Number(d)]!).replaceAll('%', '٪');
}

/** The same with the digits of the eastern Arab countries: a page asks for it as `lang="ar-u-nu-arab"`. */
export const arabicDigits: LanguagePack = {
  ...pack,
  tag: 'ar-u-nu-arab',
  digits: DIGITS,
  group: '٬',
  decimal: '٫',
  text: Object.fromEntries(Object.entries(pack.text).map(([key, text]) => [key, inOtherDigits(text)])),
};
// The pack itself is registered by whoever asks for it; this one has no file of its own.
registerLanguage(arabicDigits);
