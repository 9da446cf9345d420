// The UI as `npm run build` leaves it.
import path from 'node:path';

export const UI_DIR = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer');
