import type { GoldGaugeReading, ReportedReference } from './contract.js';

/** A mark that is no like thing: planned, or another flow or sector than the gauge’s. It is drawn hollow and dashed. */
export function isHollow({ data }: GoldGaugeReading, { flow, sector, stage }: ReportedReference): boolean {
  return (
    flow !== data.flow || (sector ?? data.sector) !== data.sector || (stage ?? 'operating') !== 'operating'
  );
}

/**
 * Like with like: the same flow, the same sector, built, and the same covered days. What the reference does not say is
 * not known, so one without a sector or a period is never alike. Only then is a percentage said.
 */
export function isLike(reading: GoldGaugeReading, reference: ReportedReference): boolean {
  const { amount } = reading;
  return (
    !isHollow(reading, reference) &&
    reference.sector !== undefined &&
    reference.from === amount.from &&
    reference.through === amount.through
  );
}

/** The reference that the end of the scale names, if one does. */
export function namedEnd({ data, references }: GoldGaugeReading): ReportedReference | undefined {
  return references.find(({ kind, flow }) => kind === data.max && flow === data.flow);
}

/** The amount in percent of a like capacity, target or forecast; anything else has none. */
export function percentOf(reading: GoldGaugeReading, reference: ReportedReference): number | undefined {
  const { value } = reading.amount;
  const isMeasure = !/^previous|^same/.test(reference.kind);
  if (value === null || !reference.value || !isMeasure || !isLike(reading, reference)) return undefined;
  return (100 * value) / reference.value;
}
