// The desktop shell, where there is one. In a browser it is absent and each use has a fallback.
import type { Shell } from '../../shared/shell.ts';

declare global {
  interface Window {
    readonly shell?: Shell;
  }
}

export const shell: Shell | undefined = window.shell;
