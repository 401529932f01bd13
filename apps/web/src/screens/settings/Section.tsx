import type { ReactNode } from 'react';

/** One subject of the settings, under a hairline. */
export function Section(props: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5 border-b border-line py-6">
      <div>
        <h2 className="text-lead">{props.title}</h2>
        {props.lead && <p className="text-quiet">{props.lead}</p>}
      </div>
      {props.children}
    </section>
  );
}
