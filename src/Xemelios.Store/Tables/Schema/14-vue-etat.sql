-- The états de paye: one row for each (employeur, budget, periode, train) that has volumes with bulletins.
CREATE VIEW etat AS
SELECT v.employeur, e.siret, v.periode, v.budget, v.train,
       max(v.employeur_nom) AS employeur_nom,
       max(v.budget_code) AS budget_code, max(v.budget_libelle) AS budget_libelle,
       count(*) FILTER (NOT v.entete_seul) AS volumes,
       sum(v.bulletins) AS bulletins, sum(v.lignes) AS lignes
FROM volume v JOIN employeur e ON e.id = v.employeur
WHERE v.remplace_par IS NULL
GROUP BY v.employeur, e.siret, v.periode, v.budget, v.train;
