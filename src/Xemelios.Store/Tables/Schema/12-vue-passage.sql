-- The table de passage in force for each employer: the last one loaded for it, else the last one loaded for every employer (SIRET '').
-- A null statut stands for every statut.
CREATE VIEW passage_en_vigueur AS
WITH choix AS (
    SELECT e.siret, p.siret AS porte, max(p.contenu) AS contenu,
           row_number() OVER (PARTITION BY e.siret ORDER BY p.siret DESC) AS rang
    FROM employeur e JOIN passage p ON p.siret = e.siret OR p.siret = ''
    GROUP BY e.siret, p.siret
)
SELECT c.siret, p.categorie, upper(trim(p.code)) AS code, coalesce(upper(trim(p.statut)), '') AS statut,
       p.nature_salariale, p.nature_patronale, p.debut, p.fin
FROM choix c JOIN passage p ON p.contenu = c.contenu AND p.siret = c.porte
WHERE c.rang = 1;
