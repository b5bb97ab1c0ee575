using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Mandats;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Cli.Sorties;

/// <summary>The answers as tables, for a person at a terminal; scripts read the JSON.</summary>
internal static class TableauxDeReponse
{
    public static void Etats(IReadOnlyList<EtatDePaye> etats, Execution execution)
    {
        var tableau = new Tableau("SIRET", "Employeur", "Budget", "Mois", "Train", ">Volumes", ">Bulletins", ">Lignes", ">Brut", ">Net", "Rapprochement");
        foreach (var e in etats)
            tableau.Ligne(e.Siret, e.Employeur, e.Budget, $"{e.Annee:0000}-{e.Mois:00}", e.Train, e.Volumes, e.Bulletins, e.Lignes, e.Brut, e.Net, e.Rapprochement);
        tableau.Sur(execution.Sortie);
    }

    public static void Rapprochement(Rapprochement r, Execution execution)
    {
        Etats([r.Etat], execution);
        var tableau = new Tableau("Nature", "Libellé", ">Recalculé", ">Répartition", ">Mandaté", ">Écart répartition", ">Écart mandat", "Statut");
        foreach (var l in r.Lignes)
            tableau.Ligne(l.Nature, l.Libelle, l.Recalcule, l.Repartition, l.Mandate, l.EcartRepartition, l.EcartMandat, l.Statut);
        tableau.Ligne("Total", "", r.Totaux.Recalcule, r.Totaux.Repartition, r.Totaux.Mandate, r.Totaux.EcartRepartition, r.Totaux.EcartMandat, r.Statut);
        tableau.Sur(execution.Sortie);
        execution.Sortie.WriteLine($"Sans nature : {Tableau.Ecrire(r.NonAttribue.Montant)} ({r.NonAttribue.Rubriques.Count} rubrique(s)). Référence : {r.Reference}.");
    }

    public static void EtatLiquidatif(EtatLiquidatif etat, Execution execution)
    {
        Etats([etat.Etat], execution);
        var tableau = new Tableau(etat.Par.ToString(), "Libellé", ">Bulletins", ">Lignes", ">Brut", ">Retenues", ">Cotisations patronales", ">Montant");
        foreach (var l in etat.Lignes.Append(etat.Totaux))
            tableau.Ligne(ReferenceEquals(l, etat.Totaux) ? "Total" : l.Cle, l.Libelle, l.Bulletins, l.Lignes, l.Brut, l.Retenues, l.CotisationsPatronales, l.Montant);
        tableau.Sur(execution.Sortie);
    }

    public static void EtatEmboite(EtatEmboite etat, Execution execution)
    {
        Etats([etat.Etat], execution);
        var tableau = new Tableau(etat.Par.EnTexte(), "Libellé", ">Bulletins", ">Lignes", ">Brut", ">Retenues", ">Cotisations patronales", ">Montant");
        Derouler(etat.Lignes);
        Ajouter("Total", etat.Totaux);
        tableau.Sur(execution.Sortie);

        void Derouler(IReadOnlyList<LigneLiquidee> lignes)
        {
            foreach (var l in lignes)
            {
                Ajouter($"{new string(' ', 2 * (l.Niveau - 1))}{l.Cle ?? "–"}", l);
                Derouler(l.Enfants ?? []);
            }
        }

        void Ajouter(string nom, LigneLiquidee l) =>
            tableau.Ligne(nom, l.Libelle, l.Bulletins, l.Lignes, l.Brut, l.Retenues, l.CotisationsPatronales, l.Montant);
    }

    public static void Justificatifs(JustificatifsDuMois mois, Execution execution)
    {
        execution.Sortie.WriteLine($"{mois.References} pièces référencées : {mois.Presentes} présentes, {mois.Manquantes} manquantes ; {mois.Orphelines} orphelines.");
        var tableau = new Tableau("Identifiant", "Nom", "Statut", "Support", ">Bulletins", "Mandats");
        foreach (var p in mois.Pieces)
            tableau.Ligne(p.IdUnique, p.Nom, p.Statut, p.SupportLibelle, p.Bulletins.Count, string.Join(", ", p.Mandats));
        tableau.Sur(execution.Sortie);
    }

    public static void Heures(HeuresDuMois heures, Execution execution)
    {
        var tableau = new Tableau("Matricule", "Nom", ">Heures déclarées", ">Heures payées", ">Montant", "Mois payé", ">Taux", ">Heures à ce taux", ">Au-delà de 25");
        foreach (var a in heures.Agents)
        {
            tableau.Ligne(a.Matricule, a.Nom, a.HeuresDeclarees, a.HeuresPayees, a.Montant, "", "", "", a.AuDela);
            foreach (var (m, t) in a.Mois.SelectMany(m => m.Taux.Select(t => (m, t))))
                tableau.Ligne("", "", "", "", t.Montant, m.Debut, t.Taux, t.Heures, "");
        }

        tableau.Ligne("Total", "", heures.Totaux.HeuresDeclarees, heures.Totaux.HeuresPayees, heures.Totaux.Montant, "", "", "", heures.Totaux.AuDela);
        tableau.Sur(execution.Sortie);
        foreach (var piece in heures.Pieces)
            execution.Sortie.WriteLine($"Rubrique {heures.RubriqueDeLaListe} — {piece.Libelle} : {piece.Presence}.");
    }

    public static void Bulletins(IReadOnlyList<BulletinDetaille> bulletins, Execution execution)
    {
        foreach (var b in bulletins)
        {
            execution.Sortie.WriteLine($"{b.Nom} {b.Prenom} ({b.Matricule}) — brut {Tableau.Ecrire(b.Brut)}, net {Tableau.Ecrire(b.Net)}, net à payer {Tableau.Ecrire(b.NetAPayer)}");
            var tableau = new Tableau("Catégorie", "Code", "Libellé", ">Base", ">Taux", ">Unités", ">Montant", "Nature");
            foreach (var l in b.Lignes)
                tableau.Ligne(l.Categorie, l.Code, l.Libelle, l.Base, l.Taux, l.Unites, l.Montant, l.Nature);
            tableau.Sur(execution.Sortie);
        }
    }

    public static void Mandats(IReadOnlyList<MandatListe> mandats, Execution execution)
    {
        var tableau = new Tableau("Mandat", "Bordereau", "Type", ">Montant", "Objet", "Lien");
        foreach (var m in mandats)
            tableau.Ligne(m.Numero, m.Bordereau, m.TypeBordereau, m.Montant, m.Objet, m.Lien);
        tableau.Sur(execution.Sortie);
    }
}
