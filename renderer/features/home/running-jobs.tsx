// What the server is busy with, as bars with a way to cancel; nothing while nothing runs.
import { RunningItem } from '../jobs/running-item.tsx';
import { useRunningTasks } from '../jobs/use-running-tasks.ts';
import { Card } from './card.tsx';

export function RunningJobs() {
  const running = useRunningTasks();
  if (running.length === 0) return null;
  return (
    <Card title="Running now">
      <ul className="flex flex-col gap-2">
        {running.map((task) => (
          <li key={task.key}>
            <RunningItem task={task} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
