// Small icons drawn from shapes instead of files: a ring with a sign in it, so that the state shows by shape, not by
// colour alone. Each shape is a signed distance in a unit square: negative inside, positive outside.
import { nativeImage, type NativeImage } from 'electron';

export type TraySign = 'serving' | 'waiting' | 'paused' | 'stopped' | 'failed';

type Shape = (x: number, y: number) => number;
type Rgb = readonly [red: number, green: number, blue: number];

const RING = ring(0.42, 0.1);

const SIGNS: Readonly<Record<TraySign, Shape>> = {
  serving: disc(0.5, 0.5, 0.2),
  waiting: any(disc(0.3, 0.5, 0.07), disc(0.5, 0.5, 0.07), disc(0.7, 0.5, 0.07)),
  paused: any(box([0.4, 0.5], [0.06, 0.2]), box([0.6, 0.5], [0.06, 0.2])),
  stopped: box([0.5, 0.5], [0.16, 0.16]),
  failed: any(box([0.5, 0.42], [0.06, 0.16]), disc(0.5, 0.7, 0.075)),
};

/** Light enough for a dark bar and dark enough for a light one. */
const COLOURS: Readonly<Record<TraySign, Rgb>> = {
  serving: [22, 163, 122],
  waiting: [110, 125, 150],
  paused: [217, 119, 6],
  stopped: [110, 125, 150],
  failed: [224, 62, 62],
};

/** macOS takes the shape alone and colours it itself. */
export function drawTrayIcon(sign: TraySign): NativeImage {
  const isMac = process.platform === 'darwin';
  const side = process.platform === 'linux' ? 22 : 16;
  const shape = any(RING, SIGNS[sign]);
  const colour: Rgb = isMac ? [0, 0, 0] : COLOURS[sign];
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2]) {
    const pixels = side * scaleFactor;
    const buffer = drawBitmap(pixels, shape, colour);
    image.addRepresentation({ scaleFactor, width: pixels, height: pixels, buffer });
  }
  image.setTemplateImage(isMac);
  return image;
}

/** The mark on a taskbar button. */
export function drawDot(side: number): NativeImage {
  const bitmap = drawBitmap(side, disc(0.5, 0.5, 0.4), COLOURS.failed);
  return nativeImage.createFromBitmap(bitmap, { width: side, height: side });
}

/** Blue, green, red, alpha for each pixel, colours multiplied by alpha, edges smooth. */
function drawBitmap(side: number, shape: Shape, [red, green, blue]: Rgb): Buffer {
  const bitmap = Buffer.alloc(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const x = ((pixel % side) + 0.5) / side;
    const y = (Math.floor(pixel / side) + 0.5) / side;
    const cover = Math.min(1, Math.max(0, 0.5 - shape(x, y) * side));
    bitmap.set([blue * cover, green * cover, red * cover, 255 * cover].map(Math.round), pixel * 4);
  }
  return bitmap;
}

function disc(centreX: number, centreY: number, radius: number): Shape {
  return (x, y) => Math.hypot(x - centreX, y - centreY) - radius;
}

function ring(radius: number, width: number): Shape {
  return (x, y) => Math.abs(Math.hypot(x - 0.5, y - 0.5) - radius) - width / 2;
}

type Pair = readonly [x: number, y: number];

function box([centreX, centreY]: Pair, [halfWidth, halfHeight]: Pair): Shape {
  return (x, y) => Math.max(Math.abs(x - centreX) - halfWidth, Math.abs(y - centreY) - halfHeight);
}

function any(...shapes: readonly Shape[]): Shape {
  return (x, y) => Math.min(...shapes.map((shape) => shape(x, y)));
}
