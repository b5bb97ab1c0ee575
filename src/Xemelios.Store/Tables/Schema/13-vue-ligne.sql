-- One pay line with what its sums need: état, category, amount with the sign of its meaning, nature. Sign and nature are those
-- of its rubrique in its file (view total_de_paye), not decided anew for each line.
CREATE VIEW ligne_de_paye AS
SELECT l.contenu, l.bulletin, l.position, t.employeur, t.periode, t.budget, t.train,
       t.categorie, t.rubrique, t.code, t.libelle, m.caisse, a.statut, a.service,
       l.base, coalesce(m.taux, l.taux) AS taux, l.unites, l.montant AS montant_ecrit,
       (l.montant * t.signe)::DECIMAL(14,2) AS montant,
       t.nature, t.origine_nature, t.est_brut, t.est_retenue, t.est_cotisation,
       m.debut, m.fin, m.ordre, m.ordre_texte
FROM ligne l
JOIN modele_de_ligne m ON m.id = l.modele
JOIN paye_individuelle b ON b.id = l.bulletin
JOIN agent a ON a.id = b.agent
JOIN total_de_paye t ON t.contenu = l.contenu AND t.rubrique = m.rubrique AND t.statut IS NOT DISTINCT FROM a.statut;
