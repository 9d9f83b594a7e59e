/** An iframe as a page writes it. */
export function place(box, src, attributes = {}) {
  const iframe = document.createElement('iframe');
  for (const [name, value] of Object.entries({ src, ...attributes })) iframe.setAttribute(name, value);
  box.append(iframe);
  return iframe;
}

export const script = (src, attributes = {}) =>
  new Promise((done, fail) => {
    const tag = document.createElement('script');
    Object.assign(tag, { src, onload: done, onerror: fail });
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
    document.head.append(tag);
  });

/** Until the chart in the frame has spoken: what is mounted after it comes late. */
export async function spoken() {
  while (!window.embedMessages.some((data) => data?.sentinel === 'amp'))
    await new Promise((done) => setTimeout(done, 20));
}
