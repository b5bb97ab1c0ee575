-- One pay line with what its sums need: état, category, amount with the sign of its meaning, nature.
-- `nature` is the account of the gross (CodeNatureSal) for pay and withholdings, of the employer's share (CodeNatureEmp) for
-- contributions; null when nobody names one. `origine_nature` says who did: nomenclature or passage.
CREATE VIEW ligne_de_paye AS
SELECT l.contenu, l.bulletin, l.position, v.employeur, v.periode, v.budget, v.train,
       r.categorie, r.id AS rubrique, r.code, r.libelle, l.caisse, a.statut, a.service,
       l.base, l.taux, l.unites, l.montant AS montant_ecrit,
       (l.montant * coalesce(c.signe, 1))::DECIMAL(14,2) AS montant,
       CASE WHEN r.categorie = 11 THEN coalesce(n.patronale, p.nature_patronale, q.nature_patronale)
            ELSE coalesce(n.salarie, p.nature_salariale, q.nature_salariale) END AS nature,
       CASE WHEN CASE WHEN r.categorie = 11 THEN n.patronale ELSE n.salarie END IS NOT NULL THEN 'nomenclature'
            WHEN CASE WHEN r.categorie = 11 THEN coalesce(p.nature_patronale, q.nature_patronale)
                      ELSE coalesce(p.nature_salariale, q.nature_salariale) END IS NOT NULL THEN 'passage' END AS origine_nature,
       r.categorie IN (1, 2, 3, 5, 6, 9) AS est_brut,
       r.categorie IN (7, 10) AS est_retenue,
       r.categorie = 11 AS est_cotisation,
       l.debut, l.fin, l.ordre, l.ordre_texte,
       b.octet + l.octets_apres AS octet, b.ligne_xml + l.lignes_apres AS ligne_xml
FROM ligne l
JOIN volume v ON v.contenu = l.contenu AND v.remplace_par IS NULL
JOIN employeur e ON e.id = v.employeur
JOIN rubrique r ON r.id = l.rubrique
JOIN paye_individuelle b ON b.id = l.bulletin
JOIN agent a ON a.id = b.agent
LEFT JOIN mot s ON s.id = a.statut
LEFT JOIN convention c ON c.contenu = l.contenu AND c.categorie = r.categorie
LEFT JOIN nature_de_rubrique n ON n.contenu = l.contenu AND n.code = upper(trim(r.code))
LEFT JOIN passage_en_vigueur p ON p.siret = e.siret AND p.categorie = r.categorie AND p.code = upper(trim(r.code))
      AND p.statut = upper(trim(s.texte)) AND v.periode BETWEEN p.debut AND p.fin
LEFT JOIN passage_en_vigueur q ON q.siret = e.siret AND q.categorie = r.categorie AND q.code = upper(trim(r.code))
      AND q.statut = '' AND v.periode BETWEEN q.debut AND q.fin;
