import { GoButton } from './go-button.tsx';

/** Where nothing was provisioned yet: the two ways to do it. */
export function WaysToProvision() {
  return (
    <>
      <GoButton to="/entra/overview">Go to Overview</GoButton>
      <GoButton to="/entra/on-demand" variant="secondary">
        Provision on demand
      </GoButton>
    </>
  );
}
