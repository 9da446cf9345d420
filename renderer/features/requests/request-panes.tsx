// The list and what stands beside it: the selection, a comparison, or one request.
import type { ReactNode } from 'react';
import { SplitPane } from '../../ui/split-pane.tsx';
import { ComparePane } from './compare-pane.tsx';
import { useDock } from './dock.ts';
import { RequestDetailsPane } from './request-details-pane.tsx';
import type { ListScope } from './request-actions.ts';
import { SelectionPane } from './selection-pane.tsx';
import type { RequestsAddress } from './use-requests-address.ts';

interface RequestPanesProps {
  readonly address: RequestsAddress;
  readonly selectedIds: readonly number[];
  readonly selectionScope: ListScope | null;
  readonly onClearSelection: () => void;
  readonly onCompare: (first: number, second: number) => void;
  readonly onFocusList: () => void;
  readonly children: ReactNode;
}

export function RequestPanes(props: RequestPanesProps) {
  const { address, selectedIds, onClearSelection, onFocusList, children } = props;
  const dock = useDock();
  const { id, comparedWith } = address;

  function close(): void {
    address.close();
    onFocusList();
  }

  function pickSide() {
    if (selectedIds.length > 1) {
      return (
        <SelectionPane
          ids={selectedIds}
          scope={props.selectionScope}
          onClose={() => {
            onClearSelection();
            onFocusList();
          }}
          onCompare={props.onCompare}
          onOpen={(next) => {
            onClearSelection();
            address.open(next);
          }}
        />
      );
    }
    if (id === undefined) return null;
    if (comparedWith === undefined)
      return (
        <RequestDetailsPane
          key={id}
          id={id}
          onOpen={address.open}
          onEdit={address.edit}
          onClose={close}
        />
      );
    return (
      <ComparePane
        first={id}
        second={comparedWith}
        onSwap={() => address.compare(comparedWith, id)}
        onClose={address.endComparison}
      />
    );
  }

  return (
    <SplitPane
      storageName="requests"
      share={0.5}
      dock={dock === 'bottom' ? 'bottom' : 'right'}
      sideLabel={selectedIds.length > 1 ? 'Selected requests' : 'Request details'}
      side={dock === 'hidden' ? null : pickSide()}
    >
      {children}
    </SplitPane>
  );
}
