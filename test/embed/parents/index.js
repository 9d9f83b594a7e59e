import { libraries } from './libraries.js';
import { retyped } from './retyped.js';

/** Every parent set-up, by name: puts the frame into the box as that newsroom would. */
export const parents = { ...libraries, ...retyped };
