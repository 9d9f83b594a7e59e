/**
 * The elements as React components: properties as props, events as callbacks. Importing this registers the elements; in
 * Node it only renders their tags. Needs the optional peers `react` and `@lit/react`.
 *
 * @module
 */
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { SahelAttribution as AttributionElement } from './charts/attribution/element.js';
import { SahelCasualties as CasualtiesElement } from './charts/casualties/element.js';
import { SahelGoldGauge as GoldGaugeElement } from './charts/gold-gauge/element.js';
import { define } from './define.js';
import type { ErrorDetail, ReadyDetail } from './element/chart-element.js';
import type { SelectDetail } from './element/explorer.js';

/** What the elements tell, as callbacks: `onSahelReady={({ detail }) => …}`. */
const events = {
  onSahelReady: 'sahel-ready' as EventName<CustomEvent<ReadyDetail>>,
  onSahelError: 'sahel-error' as EventName<CustomEvent<ErrorDetail>>,
  onSahelSelect: 'sahel-select' as EventName<CustomEvent<SelectDetail>>,
};

define();

export const SahelCasualties = createComponent({
  react: React,
  tagName: 'sahel-casualties',
  elementClass: CasualtiesElement,
  events,
  displayName: 'SahelCasualties',
});

export const SahelAttribution = createComponent({
  react: React,
  tagName: 'sahel-attribution',
  elementClass: AttributionElement,
  events,
  displayName: 'SahelAttribution',
});

export const SahelGoldGauge = createComponent({
  react: React,
  tagName: 'sahel-gold-gauge',
  elementClass: GoldGaugeElement,
  events,
  displayName: 'SahelGoldGauge',
});
