import assert from 'node:assert/strict';
import test from 'node:test';
import { describe } from '../../src/static/index.js';
import { formatDay, formatDayShort, formatPeriod, nameUnit } from '../../src/words/dates.js';
import { parseDay, parsePeriod } from '../../src/data/period.js';
import { languageFor, registerLanguage, say } from '../../src/words/language.js';
import spanish from '../../src/words/languages/es.js';
import { formatNumber, formatShare, formatTick } from '../../src/words/numbers.js';
import { joinList } from '../../src/words/phrases.js';

registerLanguage(spanish);

type Contract = Record<string, any>;

const place = { en: 'in Mali', es: 'en Malí' };
const source = { producer: 'ACLED', asOf: '2025-12-31' };
const wagner = { id: 'wagner', name: 'Wagner' };
const army = {
  id: 'fama',
  name: { en: 'Malian army', es: 'Ejército maliense' },
  phrase: { en: 'the Malian army', es: 'el ejército maliense' },
};
const deaths = (fields: Contract = {}): Contract => ({
  schema: 'casualties/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'all',
  place,
  source,
  rows: [{ period: '2024', value: 924 }],
  ...fields,
});
const actors = (rows: Contract[], fields: Contract = {}): Contract => ({
  schema: 'attribution/1',
  measure: 'killed',
  victims: 'civilians',
  method: 'reported',
  relation: 'involving',
  whole: 'all',
  place,
  source,
  actors: [wagner, army],
  rows: rows.map((row) => ({ period: '2024', ...row })),
  ...fields,
});
const gold = (fields: Contract = {}): Contract => ({
  schema: 'gold-gauge/1',
  flow: 'mined',
  sector: 'industrial',
  unit: 't',
  place,
  amount: { period: '2024', value: 51.7 },
  source: { producer: 'Ecofin', asOf: '2025-09-30' },
  ...fields,
});
const summary = (contract: Contract): string => describe(contract, 'es').summary;
const has = (contract: Contract, sentence: string): void => {
  const text = summary(contract);
  assert.ok(text.includes(sentence), text);
};

// --- Deaths

test('full and partial, break and inferred end: the article, word for word', () => {
  assert.equal(
    summary(
      deaths({
        relation: 'involving',
        actors: ['Wagner', army.phrase],
        source: { producer: 'ACLED', via: 'AFP', asOf: '2025-11-21', asOfBasis: 'publication' },
        rows: [
          { period: '2024', value: 924 },
          { period: '2025', value: 434 },
        ],
        events: [
          {
            at: '2025-06',
            kind: 'series-break',
            label: { en: 'Wagner becomes Africa Corps', es: 'Wagner pasa a ser Africa Corps' },
          },
        ],
      }),
    ),
    'En 2024, se informó de 924 civiles muertos en Malí en incidentes con Wagner y el ejército maliense entre los actores implicados, según ACLED. ' +
      'Del 1 de enero al 21 de noviembre de 2025 (325 de 365 días), se informó de 434 civiles muertos. ' +
      'Esta cifra no es comparable con la de un año completo. ' +
      'La fuente no indica una fecha final; el 21 de noviembre de 2025 es la fecha de publicación. ' +
      'La serie cambia en junio de 2025: Wagner pasa a ser Africa Corps.',
  );
});
test('title, subtitle, name, caveat and source line', () => {
  const words = describe(deaths({ relation: 'involving', actors: ['Wagner'] }), 'es');
  assert.equal(words.title, 'Civiles muertos en Malí según informes');
  assert.equal(words.subtitle, 'En incidentes con Wagner entre los actores implicados, por año, 2024');
  assert.equal(words.name, 'Gráfico de columnas: civiles muertos en Malí según informes, 2024');
  assert.equal(words.caveat, 'Estas cifras se basan en informes. Informes posteriores pueden modificarlas.');
  assert.equal(words.source.text, 'Fuente: ACLED. Cifras al 31 de diciembre de 2025.');
});
test('attributed: no verb that makes the actor a subject', () => {
  assert.equal(
    summary(deaths({ relation: 'attributed', actors: [army.phrase] })),
    'En 2024, se informó de 924 civiles muertos en Malí. Responsabilidad atribuida por ACLED: el ejército maliense.',
  );
});
test('minimum', () => {
  const minimum = (value: number, victims = 'civilians'): string =>
    summary(deaths({ method: 'documented-minimum', victims, rows: [{ period: '2024', value }] }));
  assert.equal(minimum(32), 'En 2024, se documentaron al menos 32 civiles muertos en Malí, según ACLED.');
  assert.equal(minimum(1), 'En 2024, se documentó al menos 1 civil muerto en Malí, según ACLED.');
  assert.equal(
    minimum(32, 'everyone'),
    'En 2024, se documentaron al menos 32 personas muertas en Malí, según ACLED.',
  );
});
test('estimate and range', () => {
  assert.equal(
    summary(
      deaths({
        method: 'estimated',
        measure: 'killed-and-injured',
        victims: 'everyone',
        interval: 'ci95',
        rows: [{ period: '2024-Q1', value: 1320, low: 1000, high: 18100 }],
      }),
    ),
    'En el 1.er trimestre de 2024, se estima que hubo 1320 personas muertas o heridas (intervalo publicado: de 1000 a 18\u202f100) en Malí, según ACLED.',
  );
});
test('unknown is not zero', () => {
  const of = (period: string, value: number | null): string => summary(deaths({ rows: [{ period, value }] }));
  assert.equal(of('2024', null), 'No hay cifra disponible para 2024.');
  assert.equal(of('2024-Q3', null), 'No hay cifra disponible para el 3.er trimestre de 2024.');
  assert.equal(of('2024-W14', null), 'No hay cifra disponible para la semana 14 de 2024.');
  assert.equal(of('2024-06-03', null), 'No hay cifra disponible para el 3 de junio de 2024.');
  assert.equal(of('2024', 0), 'En 2024, se informó de 0 civiles muertos en Malí, según ACLED.');
});
test('singular, plural, millions', () => {
  const of = (value: number, victims = 'civilians'): string =>
    summary(deaths({ victims, rows: [{ period: '2024', value }] })).split(' en Malí')[0]!;
  assert.equal(of(1), 'En 2024, se informó de 1 civil muerto');
  assert.equal(of(2), 'En 2024, se informó de 2 civiles muertos');
  assert.equal(of(1, 'everyone'), 'En 2024, se informó de 1 persona muerta');
  assert.equal(of(12345, 'not-specified'), 'En 2024, se informó de 12\u202f345 personas muertas');
  assert.equal(of(2_000_000), 'En 2024, se informó de 2\u202f000\u202f000 de civiles muertos');
});
test('revised, by the kind of period', () => {
  const of = (period: string): string =>
    summary(
      deaths({ rows: [{ period, value: 924, previous: [{ asOf: '2025-01-15', value: 911 }] }] }),
    ).replace(/^.*?ACLED\. /, '');
  assert.equal(of('2024'), 'La cifra de 2024 era de 911 el 15 de enero de 2025; ahora es de 924.');
  assert.equal(
    of('2024-Q2'),
    'La cifra del 2.º trimestre de 2024 era de 911 el 15 de enero de 2025; ahora es de 924.',
  );
  assert.equal(
    of('2024-W14'),
    'La cifra de la semana 14 de 2024 era de 911 el 15 de enero de 2025; ahora es de 924.',
  );
});
test('the one comparison a partial figure allows', () => {
  has(
    deaths({
      source: { producer: 'ACLED', asOf: '2025-10-31' },
      rows: [
        { period: '2024', value: 820, samePeriod: { value: 655, through: '2024-10-31' } },
        { period: '2025', value: 598 },
      ],
    }),
    'Esta cifra no es comparable con la de un año completo. Hasta la misma fecha de 2024, la cifra era de 655.',
  );
});

// --- Actors

test('joint: counted once, and each actor without the others', () => {
  assert.equal(
    summary(
      actors([
        { actors: ['wagner', 'fama'], link: 'joint', value: 190 },
        { actors: ['wagner'], value: 60 },
        { actors: ['fama'], value: 40 },
        { actors: 'unattributed', value: 30 },
      ]),
    ),
    'En 2024, se informó de 320 civiles muertos en Malí, según ACLED. ' +
      'De ese total, 190 en incidentes con Wagner y el ejército maliense a la vez como actores implicados; se cuentan una sola vez. ' +
      '60 en incidentes con Wagner como actor implicado, sin los demás. ' +
      '40 en incidentes con el ejército maliense como actor implicado, sin los demás. ' +
      '30 no se atribuyen a ningún actor. ' +
      'Por actor, con solapamientos: Wagner: 250 en total; Ejército maliense: 230 en total. ' +
      'Orden de las partes apiladas, el mismo en todos los períodos: Wagner; Wagner y Ejército maliense conjuntamente; Ejército maliense; Sin atribuir.',
  );
});
test('joint, of one', () => {
  has(
    actors([
      { actors: ['wagner', 'fama'], link: 'joint', value: 1 },
      { actors: 'unattributed', value: 1 },
    ]),
    'De ese total, 1 en incidentes con Wagner y el ejército maliense a la vez como actores implicados; se cuenta una sola vez. 1 no se atribuye a ningún actor.',
  );
});
test('unsplit', () => {
  has(
    actors([
      { actors: ['wagner', 'fama'], link: 'unsplit', value: 41 },
      { actors: 'unattributed', value: 30 },
    ]),
    '41 en incidentes con Wagner y el ejército maliense como actores implicados; la fuente no los distingue.',
  );
});
test('disputed', () => {
  has(
    actors([
      { actors: ['wagner', 'fama'], link: 'disputed', value: 38 },
      { actors: ['fama'], value: 5 },
    ]),
    'En el caso de 38, la responsabilidad está en disputa entre Wagner y el ejército maliense.',
  );
});
test('joint, disputed and unsplit are three labels', () => {
  const pack = languageFor('es');
  const labels = ['joint', 'disputed', 'unsplit'].map((link) =>
    say(pack, `part.${link}`, {
      actors: joinList(pack, ['Wagner', 'JNIM'], link === 'disputed' ? 'or' : 'and'),
    }),
  );
  assert.deepEqual(labels, [
    'Wagner y JNIM conjuntamente',
    'Wagner o JNIM, en disputa',
    'Wagner y JNIM, sin distinción en la fuente',
  ]);
});
test('attributed to actors, alone and together', () => {
  const text = summary(
    actors(
      [
        { actors: ['wagner', 'fama'], link: 'joint', value: 299 },
        { actors: ['fama'], value: 29 },
      ],
      { relation: 'attributed', whole: 'selection' },
    ),
  );
  assert.ok(
    text.includes(
      'De ese total, 299 con responsabilidad atribuida conjuntamente (se cuentan una sola vez): Wagner y el ejército maliense. 29, responsabilidad atribuida en solitario: el ejército maliense.',
    ),
    text,
  );
  assert.ok(text.includes('La fuente no publica ninguna cifra sin atribuir.'), text);
  assert.ok(
    text.includes('Este gráfico muestra una selección, no el total de civiles muertos en Malí.'),
    text,
  );
});
test('a selection of incidents is not the whole', () => {
  has(
    actors([{ actors: ['wagner', 'fama'], link: 'unsplit', value: 924 }], { whole: 'selection' }),
    'Este gráfico muestra una selección de incidentes, no el total de civiles muertos en Malí.',
  );
});
test('titles never read “muertos por”', () => {
  assert.equal(
    describe(actors([{ actors: ['wagner'], value: 1 }]), 'es').title,
    'Civiles muertos en Malí según informes, cifras por actor implicado',
  );
});

// --- Gold

test('gold, unlike: a planned capacity is neither output nor target', () => {
  assert.equal(
    summary(
      gold({
        references: [
          {
            kind: 'capacity',
            flow: 'refined',
            stage: 'planned',
            value: 200,
            label: { en: 'Yadran refinery', es: 'Refinería Yadran' },
          },
        ],
      }),
    ),
    'En 2024, las minas industriales produjeron 51,7 toneladas de oro en Malí, según Ecofin. ' +
      'Refinería Yadran: 200 toneladas (capacidad de refinado prevista). Es 3,9 veces la cifra de 2024 y no es un objetivo de producción. ' +
      'La capacidad no es producción.',
  );
});
test('gold, no value', () => {
  assert.equal(
    summary(gold({ flow: 'refined', sector: 'all', amount: { period: '2025', value: null } })),
    'No se da ninguna cifra de refinado para 2025.',
  );
});
test('gold in troy ounces, kilograms and tonnes', () => {
  const of = (unit: string, value: number): string =>
    summary(gold({ unit, flow: 'exported', sector: 'all', amount: { period: '2024', value } }));
  assert.equal(of('t', 1), 'En 2024, hubo 1 tonelada de oro exportado en Malí, según Ecofin.');
  assert.equal(of('t', 0.5), 'En 2024, hubo 0,5 toneladas de oro exportado en Malí, según Ecofin.');
  assert.equal(of('kg', 0), 'En 2024, hubo 0 kilogramos de oro exportado en Malí, según Ecofin.');
  assert.equal(
    of('ozt', 2_000_000),
    'En 2024, hubo 2\u202f000\u202f000 de onzas troy de oro exportado en Malí, según Ecofin.',
  );
});

// --- Numbers, dates, lists

test('numbers: four digits stay together, a comma before decimals, a no-break space before %', () => {
  const pack = languageFor('es');
  assert.deepEqual(
    [1234, 12345.6, 1234567].map((n) => formatNumber(pack, n)),
    ['1234', '12\u202f345,6', '1\u202f234\u202f567'],
  );
  assert.equal(formatShare(pack, 7, 100), '7\u00a0%');
  assert.deepEqual(
    [2.5e6, 2.5e9, 2e12].map((n) => formatTick(pack, n)),
    ['2,5\u00a0M', '2,5\u00a0mil\u00a0M', '2\u00a0bill.'],
  );
});
test('dates: lower case, “de” between the parts, short on axes', () => {
  const pack = languageFor('es');
  const day = (text: string): number => parseDay(text)!;
  assert.equal(formatDay(pack, day('2025-01-01')), '1 de enero de 2025');
  assert.equal(formatDayShort(pack, day('2025-11-21')), '21 nov');
  assert.deepEqual(
    ['2025', '2025-06', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024-W14'].map((text) =>
      formatPeriod(pack, parsePeriod(text)!),
    ),
    [
      '2025',
      'junio de 2025',
      '1.er trimestre de 2024',
      '2.º trimestre de 2024',
      '3.er trimestre de 2024',
      '4.º trimestre de 2024',
      'semana 14 de 2024',
    ],
  );
  assert.equal(nameUnit(pack, 'month', day('2025-09-01')).text, 'sept');
});
test('lists: “e” before the sound i, “u” before the sound o', () => {
  const pack = languageFor('es');
  assert.equal(joinList(pack, ['Wagner', 'JNIM', 'IS Sahel']), 'Wagner, JNIM e IS Sahel');
  assert.equal(joinList(pack, ['Wagner', 'Hiena']), 'Wagner y Hiena');
  assert.equal(joinList(pack, ['JNIM', 'otros'], 'or'), 'JNIM u otros');
});

// --- The pack as a whole

test('no preposition that melts with an article stands before a name, a place or a source', () => {
  for (const [key, text] of Object.entries(spanish.text))
    assert.doesNotMatch(
      JSON.stringify(text),
      /(?<!\p{L})(de|del|a|al) \{(actors|place|producer|via|a|b|label)\}/iu,
      key,
    );
});
