// Which runtime the server runs under, as status and logs name it.

/** Such as `node v24.1.0`, or `electron v45.1.0` in a utility process. */
export function runtimeName(): string {
  const electron = process.versions['electron'];
  return electron === undefined ? `node ${process.version}` : `electron v${electron}`;
}
