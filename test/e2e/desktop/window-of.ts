// The window of the app under test, as its main process sees it.
import type { ElectronApplication } from '@playwright/test';

export interface WindowFacts {
  readonly isVisible: boolean;
  readonly isMinimized: boolean;
  readonly isMaximized: boolean;
  readonly title: string;
  readonly bounds: { readonly width: number; readonly height: number };
}

export function windowOf(app: ElectronApplication): Promise<WindowFacts> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('The app has no window');
    const { x, y, width, height } = window.getNormalBounds();
    return {
      isVisible: window.isVisible(),
      isMinimized: window.isMinimized(),
      isMaximized: window.isMaximized(),
      title: window.getTitle(),
      bounds: { x, y, width, height },
    };
  });
}

/** As a click on the window's close button. */
export function closeWindow(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}
