-- The table de passage in force: of all those loaded for an employer, the last one, for each (catégorie, code, statut, dates).
-- Statut is '' for every statut. Loading refuses overlapping dates, so at most one row answers a line.
CREATE VIEW passage_en_vigueur AS
SELECT p.siret, p.categorie, upper(trim(p.code)) AS code, coalesce(upper(trim(p.statut)), '') AS statut,
       p.nature_salariale, p.nature_patronale, p.debut, p.fin
FROM passage p
WHERE p.contenu = (SELECT max(x.contenu) FROM passage x WHERE x.siret = p.siret);
