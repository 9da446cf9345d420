// Whether a URL stays on this machine.

const LOOPBACK =
  /^https?:\/\/(?:[^@/?#]*@)?(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d*)?(?:[/?#]|$)/iu;

export function isLoopback(url: string): boolean {
  return LOOPBACK.test(url.trim());
}
