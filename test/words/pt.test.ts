import assert from 'node:assert/strict';
import test from 'node:test';
import { describe } from '../../src/static/index.js';
import { formatDay, formatDayShort, formatPeriod, nameUnit } from '../../src/words/dates.js';
import { parseDay, parsePeriod } from '../../src/data/period.js';
import { languageFor, registerLanguage, say } from '../../src/words/language.js';
import portuguese from '../../src/words/languages/pt.js';
import { formatNumber, formatShare, formatTick } from '../../src/words/numbers.js';
import { joinList } from '../../src/words/phrases.js';

registerLanguage(portuguese);

type Contract = Record<string, any>;

const place = { en: 'in Mali', pt: 'no Mali' };
const source = { producer: 'ACLED', asOf: '2025-12-31' };
const wagner = { id: 'wagner', name: 'Wagner' };
const army = {
  id: 'fama',
  name: { en: 'Malian army', pt: 'Exército maliano' },
  phrase: { en: 'the Malian army', pt: 'o exército maliano' },
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
const summary = (contract: Contract): string => describe(contract, 'pt').summary;
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
            label: { en: 'Wagner becomes Africa Corps', pt: 'Wagner passa a ser Africa Corps' },
          },
        ],
      }),
    ),
    'Em 2024, foram relatados 924 civis mortos no Mali em incidentes que envolveram Wagner e o exército maliano, segundo ACLED. ' +
      'De 1 de janeiro a 21 de novembro de 2025 (325 de 365 dias), foram relatados 434 civis mortos. ' +
      'Este número não é comparável com o de um ano completo. ' +
      'A fonte não indica uma data final; 21 de novembro de 2025 é a data de publicação. ' +
      'A série muda em junho de 2025: Wagner passa a ser Africa Corps.',
  );
});
test('title, subtitle, name, caveat and source line', () => {
  const words = describe(deaths({ relation: 'involving', actors: ['Wagner'] }), 'pt');
  assert.equal(words.title, 'Civis mortos no Mali segundo relatos');
  assert.equal(words.subtitle, 'Em incidentes que envolveram Wagner, por ano, 2024');
  assert.equal(words.name, 'Gráfico de colunas: civis mortos no Mali segundo relatos, 2024');
  assert.equal(words.caveat, 'Estes números baseiam-se em relatos. Relatos posteriores podem alterá-los.');
  assert.equal(words.source.text, 'Fonte: ACLED. Situação em 31 de dezembro de 2025.');
});
test('attributed: no verb that makes the actor a subject', () => {
  assert.equal(
    summary(deaths({ relation: 'attributed', actors: [army.phrase] })),
    'Em 2024, foram relatados 924 civis mortos no Mali. Responsabilidade atribuída, segundo ACLED: o exército maliano.',
  );
});
test('minimum', () => {
  const minimum = (value: number, victims = 'civilians'): string =>
    summary(deaths({ method: 'documented-minimum', victims, rows: [{ period: '2024', value }] }));
  assert.equal(minimum(32), 'Em 2024, foram documentados pelo menos 32 civis mortos no Mali, segundo ACLED.');
  assert.equal(minimum(1), 'Em 2024, foi documentado pelo menos 1 civil morto no Mali, segundo ACLED.');
  assert.equal(
    minimum(32, 'everyone'),
    'Em 2024, foram documentadas pelo menos 32 pessoas mortas no Mali, segundo ACLED.',
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
    'No 1.º trimestre de 2024, estima-se que 1.320 pessoas tenham sido mortas ou feridas (intervalo publicado: de 1.000 a 18.100) no Mali, segundo ACLED.',
  );
});
test('unknown is not zero', () => {
  const of = (period: string, value: number | null): string => summary(deaths({ rows: [{ period, value }] }));
  assert.equal(of('2024', null), 'Não há número disponível para 2024.');
  assert.equal(of('2024-Q3', null), 'Não há número disponível para o 3.º trimestre de 2024.');
  assert.equal(of('2024-W14', null), 'Não há número disponível para a semana 14 de 2024.');
  assert.equal(of('2024-06-03', null), 'Não há número disponível para 3 de junho de 2024.');
  assert.equal(of('2024', 0), 'Em 2024, foi relatado 0 civil morto no Mali, segundo ACLED.');
});
test('singular (0 and 1), plural, millions', () => {
  const of = (value: number, victims = 'civilians'): string =>
    summary(deaths({ victims, rows: [{ period: '2024', value }] })).split(' no Mali')[0]!;
  assert.equal(of(1), 'Em 2024, foi relatado 1 civil morto');
  assert.equal(of(2), 'Em 2024, foram relatados 2 civis mortos');
  assert.equal(of(1, 'everyone'), 'Em 2024, foi relatada 1 pessoa morta');
  assert.equal(of(12345, 'not-specified'), 'Em 2024, foram relatadas 12.345 pessoas mortas');
  assert.equal(of(2_000_000), 'Em 2024, foram relatados 2.000.000 de civis mortos');
});
test('revised, by the kind of period', () => {
  const of = (period: string): string =>
    summary(
      deaths({ rows: [{ period, value: 924, previous: [{ asOf: '2025-01-15', value: 911 }] }] }),
    ).replace(/^.*?ACLED\. /, '');
  assert.equal(of('2024'), 'O número de 2024 era de 911 em 15 de janeiro de 2025; agora é de 924.');
  assert.equal(
    of('2024-Q2'),
    'O número do 2.º trimestre de 2024 era de 911 em 15 de janeiro de 2025; agora é de 924.',
  );
  assert.equal(
    of('2024-W14'),
    'O número da semana 14 de 2024 era de 911 em 15 de janeiro de 2025; agora é de 924.',
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
    'Este número não é comparável com o de um ano completo. Na mesma data de 2024, o número era de 655.',
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
    'Em 2024, foram relatados 320 civis mortos no Mali, segundo ACLED. ' +
      'Desse total, 190 em incidentes que envolveram ao mesmo tempo Wagner e o exército maliano; contam-se uma só vez. ' +
      '60 em incidentes que envolveram Wagner sem os outros. ' +
      '40 em incidentes que envolveram o exército maliano sem os outros. ' +
      '30 não se atribuem a nenhum ator. ' +
      'Por ator, com sobreposições: Wagner: 250 no total; Exército maliano: 230 no total. ' +
      'Ordem das partes empilhadas, a mesma em todos os períodos: Wagner; Wagner e Exército maliano conjuntamente; Exército maliano; Sem atribuição.',
  );
});
test('joint, of one', () => {
  has(
    actors([
      { actors: ['wagner', 'fama'], link: 'joint', value: 1 },
      { actors: 'unattributed', value: 1 },
    ]),
    'Desse total, 1 em incidentes que envolveram ao mesmo tempo Wagner e o exército maliano; conta-se uma só vez. 1 não se atribui a nenhum ator.',
  );
});
test('unsplit', () => {
  has(
    actors([
      { actors: ['wagner', 'fama'], link: 'unsplit', value: 41 },
      { actors: 'unattributed', value: 30 },
    ]),
    '41 em incidentes que envolveram Wagner e o exército maliano; a fonte não os distingue.',
  );
});
test('disputed', () => {
  has(
    actors([
      { actors: ['wagner', 'fama'], link: 'disputed', value: 38 },
      { actors: ['fama'], value: 5 },
    ]),
    'No caso de 38, a responsabilidade está em disputa entre Wagner e o exército maliano.',
  );
});
test('joint, disputed and unsplit are three labels', () => {
  const pack = languageFor('pt');
  const labels = ['joint', 'disputed', 'unsplit'].map((link) =>
    say(pack, `part.${link}`, {
      actors: joinList(pack, ['Wagner', 'JNIM'], link === 'disputed' ? 'or' : 'and'),
    }),
  );
  assert.deepEqual(labels, [
    'Wagner e JNIM conjuntamente',
    'Wagner ou JNIM, em disputa',
    'Wagner e JNIM, sem distinção na fonte',
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
      'Desse total, 299 com responsabilidade atribuída conjuntamente (contam-se uma só vez): Wagner e o exército maliano. 29, responsabilidade atribuída isoladamente: o exército maliano.',
    ),
    text,
  );
  assert.ok(text.includes('A fonte não publica nenhum número sem atribuição.'), text);
  assert.ok(text.includes('Este gráfico mostra uma seleção, não o total de civis mortos no Mali.'), text);
});
test('a selection of incidents is not the whole', () => {
  has(
    actors([{ actors: ['wagner', 'fama'], link: 'unsplit', value: 924 }], { whole: 'selection' }),
    'Este gráfico mostra uma seleção de incidentes, não o total de civis mortos no Mali.',
  );
});
test('titles never read “mortos por”', () => {
  assert.equal(
    describe(actors([{ actors: ['wagner'], value: 1 }]), 'pt').title,
    'Civis mortos no Mali segundo relatos, números por ator envolvido',
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
            label: { en: 'Yadran refinery', pt: 'Refinaria Yadran' },
          },
        ],
      }),
    ),
    'Em 2024, as minas industriais produziram 51,7 toneladas de ouro no Mali, segundo Ecofin. ' +
      'Refinaria Yadran: 200 toneladas (capacidade de refinação prevista). É 3,9 vezes o valor de 2024 e não é uma meta de produção. ' +
      'Capacidade não é produção.',
  );
});
test('gold, no value', () => {
  assert.equal(
    summary(gold({ flow: 'refined', sector: 'all', amount: { period: '2025', value: null } })),
    'Não é dado nenhum valor de refinação para 2025.',
  );
});
test('gold in troy ounces, kilograms and tonnes', () => {
  const of = (unit: string, value: number): string =>
    summary(gold({ unit, flow: 'exported', sector: 'all', amount: { period: '2024', value } }));
  assert.equal(of('t', 1.5), 'Em 2024, houve 1,5 tonelada de ouro exportado no Mali, segundo Ecofin.');
  assert.equal(of('t', 2), 'Em 2024, houve 2 toneladas de ouro exportado no Mali, segundo Ecofin.');
  assert.equal(of('kg', 0), 'Em 2024, houve 0 quilograma de ouro exportado no Mali, segundo Ecofin.');
  assert.equal(
    of('ozt', 2_000_000),
    'Em 2024, houve 2.000.000 de onças troy de ouro exportado no Mali, segundo Ecofin.',
  );
});

// --- Numbers, dates

test('numbers: a point from four digits on, a comma before decimals, no space before %', () => {
  const pack = languageFor('pt');
  assert.deepEqual(
    [123, 1234, 12345.6, 1234567].map((n) => formatNumber(pack, n)),
    ['123', '1.234', '12.345,6', '1.234.567'],
  );
  assert.equal(formatShare(pack, 7, 100), '7%');
  assert.deepEqual(
    [2.5e6, 2.5e9, 2e12].map((n) => formatTick(pack, n)),
    ['2,5\u00a0M', '2,5\u00a0mil\u00a0M', '2\u00a0×\u00a010¹²'],
  );
});
test('dates: lower case, “de” between the parts, short on axes', () => {
  const pack = languageFor('pt');
  const day = (text: string): number => parseDay(text)!;
  assert.equal(formatDay(pack, day('2025-01-01')), '1 de janeiro de 2025');
  assert.equal(formatDayShort(pack, day('2025-11-21')), '21 nov.');
  assert.deepEqual(
    ['2025', '2025-06', '2024-Q3', '2024-W14'].map((text) => formatPeriod(pack, parsePeriod(text)!)),
    ['2025', 'junho de 2025', '3.º trimestre de 2024', 'semana 14 de 2024'],
  );
  assert.equal(nameUnit(pack, 'month', day('2025-09-01')).text, 'set.');
});

// --- The pack as a whole

test('no preposition that melts with an article stands before a name, a place or a source', () => {
  for (const [key, text] of Object.entries(portuguese.text))
    assert.doesNotMatch(
      JSON.stringify(text),
      /(?<!\p{L})(de|do|da|em|no|na|a|ao|à|por|pelo|pela) \{(actors|place|producer|via|a|b|label)\}/iu,
      key,
    );
});
