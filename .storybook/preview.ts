/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

// Read only where a build has written it; the stories work without.
const built = import.meta.glob<{ default: object }>('../dist/custom-elements.json', { eager: true });
for (const { default: manifest } of Object.values(built)) setCustomElementsManifest(manifest);

const preview: Preview = { parameters: { a11y: { test: 'error' } } };

export default preview;
