// The far end of a connection, asked of its socket when the first request comes on it. A connection is called by the
// number of that request: nobody has to count, and no two of a workspace have the same name, not even after a restart.

/** What a socket tells. */
export interface SocketEnd {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
}

export interface Peer {
  /** Number of the first request that came on the connection; null where there was none. */
  readonly connection: number | null;
  readonly remoteAddress: string;
  readonly remotePort: number | null;
}

/** Of what was recorded elsewhere. */
export const NO_PEER: Peer = { connection: null, remoteAddress: '', remotePort: null };

export type FindPeer = (socket: SocketEnd, requestId: number) => Peer;

export function createPeerFinder(): FindPeer {
  const peers = new WeakMap<SocketEnd, Peer>();
  return function findPeer(socket, requestId) {
    const known = peers.get(socket);
    if (known !== undefined) return known;
    const { remoteAddress = '', remotePort = null } = socket;
    const peer = { connection: requestId, remoteAddress, remotePort };
    peers.set(socket, peer);
    return peer;
  };
}
