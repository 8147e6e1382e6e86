-- Each index costs an import as much as half the copying of its rows. A metric and an area together are found by
-- observation_area, and nobody asks for the figures of a publication.

drop index observation_metric_area;
drop index observation_publication;
