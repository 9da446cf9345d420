// Back, Next, Auto and Reset: how a story is told, at one's own pace or by itself.
import { ChevronLeft, ChevronRight, Pause, Play, Presentation, RotateCcw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { togglePresenter, usePresenter } from './presenter.ts';
import { PACES, type StageControls } from './use-stage.ts';

export function StageBar({ controls }: { readonly controls: StageControls }) {
  const { isAuto, pace, canGoBack, canGoOn, isBusy, nextLabel, canReset } = controls;
  const isPresenter = usePresenter();
  return (
    <div
      role="toolbar"
      aria-label="The story"
      className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line bg-surface-1 px-4 py-2"
    >
      <Button isDisabled={!canGoBack} onPress={controls.back}>
        <ChevronLeft aria-hidden className="size-4" />
        Back
      </Button>
      <Button variant="primary" isDisabled={!canGoOn || isAuto} onPress={controls.next}>
        {isBusy ? 'Under way…' : nextLabel}
        <ChevronRight aria-hidden className="size-4" />
      </Button>
      <Button isDisabled={!isAuto && !canGoOn && !isBusy} onPress={controls.toggleAuto}>
        {isAuto ? (
          <Pause aria-hidden className="size-3.5" />
        ) : (
          <Play aria-hidden className="size-3.5" />
        )}
        {isAuto ? 'Pause' : 'Auto'}
      </Button>
      <div className="w-32">
        <SelectField
          label="Speed"
          isLabelHidden
          options={PACES}
          value={pace}
          onChange={controls.setPace}
        />
      </div>
      <Button isDisabled={!canReset} onPress={controls.reset}>
        <RotateCcw aria-hidden className="size-3.5" />
        Reset
      </Button>
      <div className="flex-1" />
      <IconButton
        icon={Presentation}
        label="Presenter view"
        isPressed={isPresenter}
        onPress={togglePresenter}
      />
    </div>
  );
}
