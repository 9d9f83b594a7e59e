import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import '../src/charts/gold-gauge/define.js';
import type { SahelGoldGauge } from '../src/charts/gold-gauge/element.js';
import article from '../test/fixtures/gold-gauge/article.json' with { type: 'json' };
import artisanalRange from '../test/fixtures/gold-gauge/artisanal-range.json' with { type: 'json' };
import beyondMax from '../test/fixtures/gold-gauge/beyond-max.json' with { type: 'json' };
import capacityMeter from '../test/fixtures/gold-gauge/capacity-meter.json' with { type: 'json' };
import industrial2024 from '../test/fixtures/gold-gauge/industrial-2024.json' with { type: 'json' };
import kilograms from '../test/fixtures/gold-gauge/kilograms.json' with { type: 'json' };
import longWords from '../test/fixtures/gold-gauge/long-words.json' with { type: 'json' };
import manyReferences from '../test/fixtures/gold-gauge/many-references.json' with { type: 'json' };
import partial2025 from '../test/fixtures/gold-gauge/partial-2025.json' with { type: 'json' };
import troyOunces from '../test/fixtures/gold-gauge/troy-ounces.json' with { type: 'json' };
import zero from '../test/fixtures/gold-gauge/zero.json' with { type: 'json' };

interface Args {
  contract: unknown;
  view?: 'arc' | 'bullet';
  theme: 'auto' | 'light' | 'dark';
  lang: string;
  highlight?: string;
  /** Width of the place the chart stands in, px. */
  width: number;
}

type Story = StoryObj<Args>;

const meta: Meta<Args> = {
  title: 'Charts/Gold gauge',
  component: 'sahel-gold-gauge',
  tags: ['autodocs'],
  args: { theme: 'light', lang: 'en', width: 640 },
  argTypes: {
    contract: { control: 'object', description: 'The data: a gold-gauge/1 contract.' },
    view: { control: 'select', options: ['arc', 'bullet'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    lang: { control: 'inline-radio', options: ['en', 'fr', 'ar', 'de', 'es', 'pt'] },
    highlight: { control: 'text', description: 'A period of the amount or the history.' },
    width: { control: { type: 'range', min: 240, max: 1600, step: 10 } },
  },
  parameters: {
    controls: { include: ['contract', 'view', 'theme', 'lang', 'highlight', 'width'] },
    docs: {
      description: {
        component:
          'One amount of gold, mined, refined, exported or seized, and what it may be seen beside. The gauge checks its own comparison: like is set against like, what is planned or of another flow is hollow and dashed, and a sentence says what a number is not.',
      },
    },
  },
  render: ({ contract, view, theme, lang, highlight, width }) =>
    html`<div style="max-width: ${width}px">
      <sahel-gold-gauge
        .data=${contract}
        view=${ifDefined(view)}
        theme=${theme}
        lang=${lang}
        highlight=${ifDefined(highlight || undefined)}
      ></sahel-gold-gauge>
    </div>`,
  play: async ({ canvasElement, args }) => {
    const chart = canvasElement.querySelector<SahelGoldGauge>('sahel-gold-gauge')!;
    await waitFor(() => expect(chart.status).toBe('ready'));
    await chart.updateComplete;
    const drawing = chart.shadowRoot!.querySelector('.plot > svg');
    await waitFor(() => expect(chart.shadowRoot!.querySelector('.plot > svg text')).not.toBeNull());
    await expect(drawing?.getAttribute('aria-label')).not.toBe('');
    await expect(chart.shadowRoot!.querySelector('.chart')?.getAttribute('lang')).toBe(args.lang);
    await expect(chart.toCSV().split('\n').length).toBeGreaterThan(1);
    await expect(chart.toSVG()).toContain('<svg');
  },
};

export default meta;

const story = (contract: unknown, about: string, args: Partial<Args> = {}): Story => ({
  args: { contract, ...args },
  parameters: { docs: { description: { story: about } } },
});

export const Article = story(
  article,
  'AFP, 21 November 2025: a refinery “expected to process 200 tonnes of gold per year”. That is planned refining, not output, and the article gives no figure: an empty, dashed track.',
);

export const ArticleInFrench = story(
  article,
  'The same contract in French, in the dark, in a narrow column.',
  { lang: 'fr', theme: 'dark', width: 320 },
);

export const IndustrialMines = story(
  industrial2024,
  '51.7 t of 2024, the years before on the same unit, a forecast as a solid tick, and the refinery hollow: another flow, and not built. Ministry of mines, mostly via Reuters; Ecofin, 30 September 2025.',
  { width: 1200 },
);

export const PartOfAYear = story(
  partial2025,
  'January to August 2025: hatched, open at its end, with its days. A percentage is said of one forecast only, the one for the same months.',
);

export const Range = story(
  artisanalRange,
  'A low and a high claim: solid to the one, tinted to the other, both as numbers. Invented figures.',
);

export const Meter = story(
  capacityMeter,
  'The one case with the role of a meter: a value, and an end of the same flow, sector and days. Invented figures.',
);

export const BeyondTheEnd = story(
  beyondMax,
  'More than the capacity that the contract names as the end: the scale grows, nothing is cut off.',
);

export const Bullet = story(industrial2024, 'The level bar, asked for by `view`.', { view: 'bullet' });

export const NarrowBullet = story(industrial2024, 'Below 280 px the bar stands in for the arc.', {
  width: 250,
});

export const ManyReferences = story(
  manyReferences,
  'Eight references within six tonnes: numbers, and a list below.',
);

export const Zero = story(zero, 'A reported zero is a figure.');

export const Kilograms = story(kilograms, 'Kilograms by month; a month without a figure is a gap.');

export const TroyOunces = story(troyOunces, 'Troy ounces against a target.');

export const LongWords = story(
  longWords,
  'The largest number a contract may hold, and words that fit nowhere but in the list.',
  { width: 320 },
);
