// A reader's hands and eyes: keys, pointer, what has the focus, what the tooltip says.
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { all, type Chart, clean, one, settle } from './page.js';

export const press = async (...keys: string[]): Promise<void> => {
  for (const combination of keys) {
    const held = combination.split('+');
    const key = held.pop()!;
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    for (const modifier of held.reverse()) await sendKeys({ up: modifier });
  }
  await settle();
};

/** The innermost element that has the focus, shadow roots crossed. */
export function focused(page = document): Element | null {
  let at = page.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

export const cell = (el: Chart): HTMLElement | null =>
  all(el, '[role=gridcell]').find((one) => one.checkVisibility()) ?? null;
/** What a screen reader is given for the mark that has the focus. */
export const spoken = (el: Chart): string => clean(cell(el)?.textContent);
export const tip = (el: Chart): HTMLElement | null =>
  one(el, '[part~=plot] [role=tooltip], [part~=plot] .tip');
export const told = (el: Chart): string[] =>
  [...(tip(el)?.children ?? [])].map(({ textContent }) => clean(textContent)).filter(Boolean);

/** Puts the focus on the first mark, as Tab does. */
export async function enter(el: Chart): Promise<void> {
  cell(el)!.focus();
  await el.updateComplete;
  await settle();
}

export async function moveTo(x: number, y: number): Promise<void> {
  await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
  await settle();
}

export async function clickAt(x: number, y: number): Promise<void> {
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
  await settle();
}

/** The middle of an element, in the window. */
export function middle(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

export async function putPointerAway(): Promise<void> {
  await resetMouse();
  await moveTo(2, 2);
}

/** One key on the mark that is spoken, without the browser’s own part in it: hundreds of them take no time. */
export async function strike(el: Chart, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    cell(el)!.dispatchEvent(event);
    await el.updateComplete;
  }
}

/** The pointer over a point of the drawing, as an event of the page. */
export async function hover(el: Chart, x: number, y: number): Promise<void> {
  const plot = one(el, '.plot')!;
  plot.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
  await el.updateComplete;
}
