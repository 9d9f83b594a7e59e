import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import '../src/charts/casualties/define.js';
import type { ErrorDetail, SahelCasualties, Status } from '../src/charts/casualties/element.js';
import article from '../test/fixtures/casualties/article.json' with { type: 'json' };
import empty from '../test/fixtures/casualties/empty.json' with { type: 'json' };
import withdrawn from '../test/fixtures/casualties/withdrawn.json' with { type: 'json' };

interface Args {
  contract?: unknown;
  src?: string;
  theme: 'auto' | 'light' | 'dark';
  lang: string;
  width: number;
}

type Story = StoryObj<Args>;

// A server for the stories that load: it never answers, or answers once and then fails. Everything else goes its way.
let asked = 0;
const answers: Record<string, (signal: AbortSignal) => Promise<Response>> = {
  '/stories/never.json': (signal) =>
    new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error))),
  '/stories/once.json': () =>
    Promise.resolve(
      asked++ === 0
        ? Response.json(article)
        : new Response('', { status: 503, headers: { 'content-type': 'text/plain' } }),
    ),
};
const network = globalThis.fetch.bind(globalThis);
globalThis.fetch = (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, location.href);
  const answer = Object.hasOwn(answers, address.pathname) ? answers[address.pathname] : undefined;
  return answer && init?.signal ? answer(init.signal) : network(input, init);
};

const chartIn = (canvas: HTMLElement): SahelCasualties =>
  canvas.querySelector<SahelCasualties>('sahel-casualties')!;

const messageOf = (chart: SahelCasualties): string =>
  [...chart.shadowRoot!.querySelectorAll('[part="message"]')]
    .map(({ textContent }) => textContent?.trim())
    .join(' ');

async function expectStatus(canvas: HTMLElement, status: Status, message: RegExp): Promise<SahelCasualties> {
  const chart = chartIn(canvas);
  await waitFor(() => expect(chart.status).toBe(status));
  await chart.updateComplete;
  await waitFor(() => expect(messageOf(chart)).toMatch(message));
  return chart;
}

const meta: Meta<Args> = {
  title: 'Charts/Notices',
  component: 'sahel-casualties',
  tags: ['autodocs'],
  args: { theme: 'light', lang: 'en', width: 640 },
  argTypes: {
    contract: { control: 'object' },
    src: { control: 'text' },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    lang: { control: 'inline-radio', options: ['en', 'fr', 'ar', 'de', 'es', 'pt'] },
    width: { control: { type: 'range', min: 240, max: 1600, step: 10 } },
  },
  parameters: {
    controls: { include: ['contract', 'src', 'theme', 'lang', 'width'] },
    docs: {
      description: { component: 'What stands in the figure’s place when there is no figure, and why.' },
    },
  },
  render: ({ contract, src, theme, lang, width }) =>
    html`<div style="max-width: ${width}px">
      <sahel-casualties
        .data=${contract}
        src=${ifDefined(src)}
        loading="eager"
        theme=${theme}
        lang=${lang}
      ></sahel-casualties>
    </div>`,
};

export default meta;

const about = (story: string): Story['parameters'] => ({ docs: { description: { story } } });

export const Empty: Story = {
  args: { contract: empty },
  parameters: about('`rows: []` is not an error: it is said in words.'),
  play: async ({ canvasElement }) => {
    const chart = await expectStatus(canvasElement, 'empty', /No figures are available/);
    await expect(chart.shadowRoot!.querySelector('.plot')).toBeNull();
  },
};

export const Loading: Story = {
  args: { src: '/stories/never.json' },
  parameters: about(
    'The file is on its way. After ten seconds the wait ends with the sentence of failure; a fallback inside the tag would stand here meanwhile.',
  ),
  play: async ({ canvasElement }) => {
    await expectStatus(canvasElement, 'loading', /Loading the chart/);
  },
};

export const Refused: Story = {
  args: {
    contract: {
      ...article,
      rows: [
        { period: '2024', value: 924 },
        { period: '2025', value: '434', through: '2025-02-30' },
      ],
    },
  },
  parameters: about(
    'Data with faults is not drawn. The reader sees one sentence; the `sahel-error` event tells the desk of every fault at once.',
  ),
  play: async ({ canvasElement }) => {
    const chart = await expectStatus(canvasElement, 'error', /its data has a fault/);
    const failed = new Promise<ErrorDetail>((done) =>
      chart.addEventListener('sahel-error', (event) => done((event as CustomEvent<ErrorDetail>).detail), {
        once: true,
      }),
    );
    chart.data = { ...(chart.data as object) };
    const { faults, source } = await failed;
    await expect(source).toBe('data');
    await expect(faults.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'E_DATE rows[1].through',
      'E_TYPE rows[1].value',
    ]);
  },
};

export const Stale: Story = {
  args: { src: '/stories/once.json' },
  parameters: about(
    'A refresh failed. The last good picture stays, and says as of when; the fault is in the `sahel-error` event.',
  ),
  play: async ({ canvasElement }) => {
    const chart = chartIn(canvasElement);
    await waitFor(() => expect(chart.status).toBe('ready'));
    await chart.refresh();
    await expectStatus(canvasElement, 'ready', /could not be updated/);
    await expect(chart.stale).toBe(true);
    await expect(chart.shadowRoot!.querySelector('.plot > svg')).not.toBeNull();
  },
};

export const Withdrawn: Story = {
  args: { contract: withdrawn },
  parameters: about('A withdrawal replaces the figure, the table and the downloads by its reason and date.'),
  play: async ({ canvasElement }) => {
    const chart = await expectStatus(canvasElement, 'withdrawn', /Withdrawn on 2 March 2025/);
    await expect(chart.shadowRoot!.querySelector('.plot')).toBeNull();
    await expect(chart.shadowRoot!.querySelector('table')).toBeNull();
  },
};
