-- Each index costs an import as much as half the copying of its rows. A metric and an area together are found by
-- observation_area. By publication only what a report's figures show is asked for, so rows without a figure need no entry.

drop index observation_metric_area;
drop index observation_publication;
create index observation_figure on observation (publication_id, source_figure) where source_figure is not null;
