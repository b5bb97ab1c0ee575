using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Checks.Rapprochement;

/// <summary>The rules that set an état de paye against its mandats, its répartition and its pieces.</summary>
public static class ReglesDuRapprochement
{
    private const string ControleDuComptable = "Décret n° 2012-1246 du 7 novembre 2012, articles 19 et 20 : exactitude de la liquidation, imputation et pièces justificatives";
    private const string PiecesJustificatives = "CGCT, article D. 1617-19 et annexe I, rubrique 2 : dépenses de personnel";
    private const string FicheDesVolumes = "DGFiP, bureau CL2C, fiche du 30 novembre 2018 sur la transmission des pièces justificatives de paye, § 3";

    public static readonly Regle EcartParNature = new("RAP-01", "Écart entre la paye et les mandats", ControleDuComptable, Gravite.Erreur,
        (e, r) => Lignes(e, StatutDeLigne.Ecart).Select(l => r.Constater(
            $"Nature {l.Nature} : le montant mandaté diffère de la paye de {Ecrire(l.EcartMandat)} €.", l.EcartMandat, Preuves(l))));

    public static readonly Regle NatureNonMandatee = new("RAP-02", "Nature payée et non mandatée", ControleDuComptable, Gravite.Erreur,
        (e, r) => e.Etat.Statut == StatutDeRapprochement.SansMandat
            ? []
            : Lignes(e, StatutDeLigne.NonMandate).Select(l => r.Constater(
                $"Nature {l.Nature} : {Ecrire(-l.EcartMandat)} € de paye n'ont pas de mandat.", l.EcartMandat, Preuves(l))));

    public static readonly Regle MandateSansPaye = new("RAP-03", "Nature mandatée sans paye", ControleDuComptable, Gravite.Erreur,
        (e, r) => Lignes(e, StatutDeLigne.MandateSansPaye).Select(l => r.Constater(
            $"Nature {l.Nature} : {Ecrire(l.Mandate)} € mandatés ne correspondent à aucune paye.", l.Mandate, Preuves(l))));

    public static readonly Regle RepartitionEnEcart = new("RAP-04", "Répartition par nature différente des lignes", ControleDuComptable, Gravite.Avertissement,
        (e, r) => e.Etat.Lignes.Where(l => l.EcartRepartition is { Centimes: not 0 }).Select(l => r.Constater(
            $"Nature {l.Nature} : la répartition diffère des lignes de {Ecrire(l.EcartRepartition!.Value)} €.", l.EcartRepartition, [new Preuve(SorteDePreuve.Nature, l.Nature)])));

    public static readonly Regle PieceManquante = new("PIE-01", "Pièce référencée et absente", PiecesJustificatives, Gravite.Avertissement,
        (e, r) => e.Pieces.Pieces.Where(p => p.Statut == StatutDePiece.Manquante).Select(p => r.Constater(
            $"La pièce {Nommer(p)} est référencée par {p.Bulletins.Count} agent{(p.Bulletins.Count > 1 ? "s" : "")} et n'a pas été reçue.", null,
            [Preuve(p), .. p.Bulletins.OfType<string>().Select(m => new Preuve(SorteDePreuve.Bulletin, m))])));

    public static readonly Regle PieceOrpheline = new("PIE-02", "Pièce reçue que rien ne référence", PiecesJustificatives, Gravite.Information,
        (e, r) => e.Pieces.Pieces.Where(p => p.Statut == StatutDePiece.Orpheline).Select(p => r.Constater(
            $"La pièce {Nommer(p)} n'est référencée par aucun bulletin ni aucun mandat.", null, [Preuve(p)])));

    public static readonly Regle BulletinsLivresDeuxFois = new("RAP-05", "Double livraison probable", FicheDesVolumes, Gravite.Avertissement,
        (e, r) => e.DoublesLivraisons.Select(d => r.Constater(
            $"Deux fichiers de l'état portent {d.Matricules.Count} {(d.Matricules.Count > 1 ? "bulletins identiques" : "bulletin identique")}.", null,
            [new Preuve(SorteDePreuve.Volume, d.Volume), new Preuve(SorteDePreuve.Volume, d.Autre),
             .. d.Matricules.OfType<string>().Select(m => new Preuve(SorteDePreuve.Bulletin, m))])));

    public static readonly Regle RepartitionAbsente = new("RAP-06", "Répartition par nature absente de tous les volumes", FicheDesVolumes, Gravite.Avertissement,
        (e, r) => SansBloc(e, v => v.Repartition).Select(t => r.Constater(
            $"{Volumes(t)} : la répartition par nature (RepartitionParNature), obligatoire pour l'état dans son ensemble, manque.", null, Preuves(t))));

    public static readonly Regle NomenclaturesAbsentes = new("RAP-07", "Nomenclatures absentes de tous les volumes", FicheDesVolumes, Gravite.Avertissement,
        (e, r) => SansBloc(e, v => v.Nomenclatures).Select(t => r.Constater(
            $"{Volumes(t)} : les nomenclatures (Nomenclatures), obligatoires pour l'état dans son ensemble, manquent.", null, Preuves(t))));

    /// <summary>All the rules, by code.</summary>
    public static IReadOnlyList<Regle> Toutes { get; } =
    [
        .. typeof(ReglesDuRapprochement).GetFields().Select(f => f.GetValue(null)).OfType<Regle>().OrderBy(r => r.Code, StringComparer.Ordinal),
    ];

    /// <summary>Every finding of every rule.</summary>
    public static IReadOnlyList<Constat> Controler(EtatAControler etat) => [.. Toutes.SelectMany(r => r.Executer(etat))];

    private static IEnumerable<LigneRapprochee> Lignes(EtatAControler etat, StatutDeLigne statut) => etat.Etat.Lignes.Where(l => l.Statut == statut);

    private static IEnumerable<Preuve> Preuves(LigneRapprochee ligne) =>
        [new Preuve(SorteDePreuve.Nature, ligne.Nature), .. ligne.Mandats.OfType<string>().Select(m => new Preuve(SorteDePreuve.Mandat, m))];

    // The fiche judges the schema over the volumes together, so a train lacks a block only when none of its volumes has it.
    private static IEnumerable<IGrouping<string?, VolumeDeLEtat>> SansBloc(EtatAControler etat, Func<VolumeDeLEtat, bool> porte) =>
        etat.Volumes.GroupBy(v => v.Train).Where(t => !t.Any(porte));

    private static string Volumes(IGrouping<string?, VolumeDeLEtat> train)
    {
        var nombre = train.Count();
        var volumes = nombre == 1 ? "Volume unique" : $"Tous les volumes ({nombre.ToString(System.Globalization.CultureInfo.InvariantCulture)})";
        return train.Key is null ? volumes : $"{volumes} du train {train.Key}";
    }

    private static IEnumerable<Preuve> Preuves(IEnumerable<VolumeDeLEtat> volumes) => volumes.Select(v => new Preuve(SorteDePreuve.Volume, v.Empreinte));

    private static Preuve Preuve(PieceDuMois piece) => new(SorteDePreuve.Piece, Nommer(piece));

    private static string Nommer(PieceDuMois piece) => piece.IdUnique ?? piece.Nom ?? "";

    private static string Ecrire(Montant montant) => montant.ToDecimal().ToString("N2", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));
}
