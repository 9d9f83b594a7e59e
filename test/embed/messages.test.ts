import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  allowedSource,
  type FrameFacts,
  messagesFor,
  readAddress,
  readLook,
  readRequest,
} from '../../src/embed/messages.js';
import { heightIn } from '../../src/embed/resize.js';

const page = 'https://charts.example.org/0.1.0/frame.html';
const size = { width: 640, height: 613 };
const facts = (more: Partial<FrameFacts> = {}): FrameFacts => ({
  address: `${page}?id=mali`,
  id: 'mali',
  ...more,
});

test('a height is told in the four forms that need no introduction', () => {
  assert.deepEqual(messagesFor(size, facts()), [
    { 'datawrapper-height': { mali: 613 } },
    { sentinel: 'amp', type: 'embed-size', height: 613 },
    `{"context":"iframe.resize","src":"${page}?id=mali","height":613}`,
    '{"type":"set-height","value":613,"id":"iframeMessenger:mali"}',
  ]);
});
test('parents that the frame has met hear their own form as well', () => {
  const met = facts({ pymId: 'graphic', resizerId: 'iFrameResizer0', isOpenResizer: true, secret: 'aB3' });
  assert.deepEqual(messagesFor(size, met).slice(4), [
    'pymxPYMxgraphicxPYMxheightxPYMx613',
    '[iFrameSizer]iFrameResizer0:613:640:resizeObserver',
    { type: 'iframe-resized', width: 640, height: 613 },
    { message: 'height', value: 613, secret: 'aB3' },
  ]);
  assert.ok(messagesFor(size, met).length <= 12);
});
test('the first answer to iframe-resizer is its own', () => {
  assert.deepEqual(messagesFor(size, facts({ resizerId: 'a' }), ['resizerInit']), [
    '[iFrameSizer]a:613:640:init',
  ]);
});
for (const height of [0, -1, 0.5, NaN, Infinity])
  test(`a height of ${height} is not told`, () => {
    assert.deepEqual(messagesFor({ width: 640, height }, facts({ isOpenResizer: true })), []);
  });

test('the address gives the chart’s name, and the names that pym and WordPress gave', () => {
  const address = `${page}?src=/data/other.json&id=mali-2024&childId=embed.1:a&initialWidth=300#?secret=aB3dE`;
  assert.deepEqual(readAddress(address), { address, id: 'mali-2024', pymId: 'embed.1:a', secret: 'aB3dE' });
});
test('without an id the data’s file name stands for it, because it too stands in the address', () => {
  assert.equal(readAddress(`${page}?src=/data/mali_2024.json`).id, 'mali_2024');
  assert.equal(readAddress(`${page}?src=${encodeURIComponent('https://x.org/a/b-c.json')}`).id, 'b-c');
  assert.equal(readAddress(page).id, 'sahel-chart');
});
for (const [title, query, field] of [
  ['a name that would break a selector', "?id=a'%5D", 'id'],
  ['a pym name that carries another verb', '?childId=axPYMxnavigateToxPYMxjavascript:x', 'pymId'],
  ['a pym name with a space', '?childId=a%20b', 'pymId'],
  ['a secret that is more than letters and digits', '#?secret=a%22%5D', 'secret'],
] as const)
  test(`${title} is not taken`, () => {
    const read = readAddress(page + query);
    assert.equal(read[field], field === 'id' ? 'sahel-chart' : undefined);
  });

for (const [title, message, more, wanted] of [
  ['@newswire/frames asks', { sentinel: 'amp', type: 'frames-init' }, {}, { answer: ['amp'] }],
  [
    'open-iframe-resizer begins',
    { type: 'iframe-child-init', bodyPadding: '9px' },
    {},
    { learnt: { isOpenResizer: true }, answer: ['openResizer'] },
  ],
  [
    'open-iframe-resizer asks again',
    { type: 'iframe-get-child-dimensions' },
    {},
    { learnt: { isOpenResizer: true }, answer: ['openResizer'] },
  ],
  [
    'iframe-resizer begins',
    '[iFrameSizer]iFrameResizer0:8:false:false:32:true:true::bodyOffset:::0:false:child:scroll',
    {},
    { learnt: { resizerId: 'iFrameResizer0' }, answer: ['resizerInit', 'resizer'] },
  ],
  ['iframe-resizer asks', '[iFrameSizer]resize', {}, { answer: ['resizer'] }],
  ['iframe-resizer resets', '[iFrameSizer]reset', {}, { answer: ['resizer'] }],
  ['pym tells a width', 'pymxPYMxgraphicxPYMxwidthxPYMx700', { pymId: 'graphic' }, { answer: ['pym'] }],
  ['WordPress is ready', { message: 'ready', secret: 'aB3' }, { secret: 'aB3' }, { answer: ['wordpress'] }],
  [
    'the page has turned dark',
    { source: 'sahel-charts', type: 'set', theme: 'dark', lang: 'fr' },
    {},
    { set: { theme: 'dark', lang: 'fr' } },
  ],
] as const)
  test(`a request is understood: ${title}`, () =>
    assert.deepEqual(readRequest(message, facts(more)), wanted));

for (const [title, message, more] of [
  ['pym speaks to another frame', 'pymxPYMxotherxPYMxwidthxPYMx700', { pymId: 'graphic' }],
  [
    'pym tells where the frame stands',
    'pymxPYMxgraphicxPYMxviewport-iframe-positionxPYMx1 2 3',
    { pymId: 'graphic' },
  ],
  ['WordPress speaks to another frame', { message: 'ready', secret: 'other' }, { secret: 'aB3' }],
  ['WordPress without a secret', { message: 'ready' }, {}],
  ['iframe-resizer sends a page’s message', '[iFrameSizer]message:"x"', {}],
  ['iframe-resizer asks for an anchor', '[iFrameSizer]moveToAnchor', {}],
  ['nothing', null, {}],
  ['a number', 613, {}],
  ['another set', { source: 'other-charts', type: 'set', theme: 'dark' }, {}],
] as const)
  test(`a message is passed over: ${title}`, () =>
    assert.equal(readRequest(message, facts(more)), undefined));

test('a look that nobody knows is none', () => {
  assert.deepEqual(readLook({ theme: 'contrast', lang: 'x"><script>' }), {});
  assert.deepEqual(readLook({ theme: 3, lang: ['fr'] }), {});
  assert.deepEqual(readLook({ theme: 'auto', lang: 'ar-u-nu-arab' }), {
    theme: 'auto',
    lang: 'ar-u-nu-arab',
  });
});

for (const src of [
  'mali.json',
  '/data/mali.json',
  'https://charts.example.org/x',
  'https://charts.example.org:443/x',
])
  test(`data of the frame’s own origin is allowed: ${src}`, () => {
    assert.equal(allowedSource(src, page), new URL(src, page).href);
  });
for (const src of [
  null,
  '',
  'https://evil.example/x.json',
  'http://charts.example.org/x.json',
  'https://charts.example.org:8443/x',
  'https://charts.example.org.evil.example/x',
  '//evil.example/x',
  '\\\\evil.example/x',
  'https://charts.example.org@evil.example/x',
  'https://user:word@charts.example.org/x',
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:application/json,{}',
  'blob:https://charts.example.org/1',
  'file:///etc/passwd',
  'https://',
])
  test(`data from elsewhere is refused: ${JSON.stringify(src)}`, () => {
    assert.equal(allowedSource(src, page), undefined);
    assert.equal(allowedSource(src, page, 'https://data.example.org null'), undefined);
  });
test('a page may list further origins, whole ones only', () => {
  const src = 'https://data.example.org/x.json';
  assert.equal(allowedSource(src, page, ' https://a.example  https://data.example.org '), src);
  assert.equal(allowedSource(src, page, 'https://data.example.or'), undefined);
  assert.equal(allowedSource(src, page, '*'), undefined);
  assert.equal(allowedSource('data:application/json,{}', page, 'null'), undefined);
});
test('a file on the reader’s disk loads no other file', () => {
  assert.equal(allowedSource('other.json', 'file:///home/frame.html'), undefined);
});

test('a host takes whole numbers between its limits, and nothing else', () => {
  const told = (height: unknown): unknown =>
    heightIn({ sentinel: 'amp', type: 'embed-size', height }, 50, 5000);
  assert.equal(told(613), 613);
  assert.equal(told(1), 50);
  assert.equal(told(-5), 50);
  assert.equal(told(1e9), 5000);
  for (const bad of ['100px', '613', NaN, Infinity, 612.5, null, undefined, [613], { valueOf: () => 613 }])
    assert.equal(told(bad), undefined, String(bad));
});
test('whatever comes, nothing is thrown and a height is a whole number between the limits', () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.record({ sentinel: fc.constant('amp'), type: fc.constant('embed-size'), height: fc.anything() }),
    fc.string().map((text) => `[iFrameSizer]${text}`),
    fc.string().map((text) => `pymxPYMx${text}`),
  );
  fc.assert(
    fc.property(odd, (message) => {
      readRequest(message, facts({ pymId: 'a', secret: 'b' }));
      const height = heightIn(message, 50, 5000);
      assert.ok(height === undefined || (Number.isInteger(height) && height >= 50 && height <= 5000));
    }),
  );
});
