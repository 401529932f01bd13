/** What each type of event carries to clients, for the OpenAPI document and for the presenter that makes it. */
export type EventViews = Record<string, abstract new (...args: never[]) => object>;

/** Any of what those events carry. */
export type ShownEvent<Views extends EventViews> = InstanceType<Views[keyof Views]>;
