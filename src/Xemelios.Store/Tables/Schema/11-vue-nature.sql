-- The natures that the nomenclatures give to a rubrique code, for each file: its own nomenclature first, then the other
-- volumes of its état, then the latest month of its employer (nomenclatures may be partial, format page §8.2).
CREATE VIEW nature_de_rubrique AS
WITH entree AS (
    SELECT n.contenu, v.employeur, v.periode, v.budget, v.train, upper(trim(n.code)) AS code, n.rang,
           nullif(trim(n.nature_salarie), '') AS salarie, nullif(trim(n.nature_employeur), '') AS employeur_part
    FROM nomenclature n JOIN volume v ON v.contenu = n.contenu AND v.remplace_par IS NULL
    WHERE n.sorte = 2 AND n.code IS NOT NULL
      AND (nullif(trim(n.nature_salarie), '') IS NOT NULL OR nullif(trim(n.nature_employeur), '') IS NOT NULL)
),
du_fichier AS (
    SELECT contenu, code, arg_min(salarie, rang) AS salarie, arg_min(employeur_part, rang) AS patronale
    FROM entree GROUP BY contenu, code
),
de_l_etat AS (
    SELECT employeur, periode, budget, train, code, min(salarie) AS salarie, min(employeur_part) AS patronale
    FROM entree GROUP BY ALL
),
de_l_employeur AS (
    SELECT employeur, code, arg_max(salarie, (periode, salarie)) AS salarie, arg_max(employeur_part, (periode, employeur_part)) AS patronale
    FROM entree GROUP BY ALL
)
SELECT v.contenu, e.code,
       coalesce(f.salarie, t.salarie, e.salarie) AS salarie,
       coalesce(f.patronale, t.patronale, e.patronale) AS patronale
FROM volume v
JOIN de_l_employeur e ON e.employeur = v.employeur
LEFT JOIN du_fichier f ON f.contenu = v.contenu AND f.code = e.code
LEFT JOIN de_l_etat t ON t.employeur = v.employeur AND t.periode = v.periode AND t.budget = v.budget AND t.train = v.train AND t.code = e.code
WHERE v.remplace_par IS NULL;
