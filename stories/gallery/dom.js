// What every module of the gallery makes its elements with.

/** The choices at the top of the page. */
export const controls = document.querySelector('.controls');
/** What a screen reader is told in passing. */
export const status = document.querySelector('.unseen');

export const choice = (name) => new FormData(controls).get(name);
/** What the gallery itself speaks: its charts and snippets know more languages. */
export const tongue = () => (choice('lang') === 'fr' ? 'fr' : 'en');

const followers = [];

/** Calls `say` now, and again whenever the language changes. */
export function follow(say) {
  followers.push(say);
  say();
}

export function sayAll() {
  for (const say of followers) say();
}

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Text that follows the language. */
export function tell(element, texts, property = 'textContent') {
  follow(() => (element[property] = texts[tongue()]));
  return element;
}
