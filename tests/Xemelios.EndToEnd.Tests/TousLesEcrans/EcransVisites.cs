using System.Reflection;
using Microsoft.AspNetCore.Components;
using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Justificatifs;
using Xemelios.Store;
using Xemelios.Store.Gestion.Echantillons;
using Xemelios.Web;
using Xemelios.Web.Imports;

namespace Xemelios.EndToEnd.Tests.TousLesEcrans;

/// <summary>One visit: a screen by its name, its address filled with data of the samples, and who looks.</summary>
internal sealed record Visite(string Nom, string Route, string Adresse, Profil? Profil);

/// <summary>Where to see every screen of the application with something on it.</summary>
internal static class EcransVisites
{
    private const string Commune = PayeImportee.Commune;
    private const string Etat = $"/etats/{Commune}/00/2026-03";
    private const string Mois = $"{Commune}/2026-03";

    /// <summary>Every routable page of the application.</summary>
    public static IReadOnlyList<string> Routes { get; } = [.. typeof(XemeliosWeb).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Order(StringComparer.Ordinal)];

    /// <summary>At least one visit of each; some screens have several faces.</summary>
    public static IReadOnlyList<Visite> Toutes(DemonstrationEnMarche demonstration)
    {
        var (volume, ordre, matricule, piece) = UnBulletin(demonstration);
        var lot = UnImport(demonstration);
        var echantillon = UnEchantillon(demonstration);
        Visite Vu(string nom, string route, string? adresse = null, Profil? par = Profil.Comptable) => new(nom, route, adresse ?? route, par);
        return
        [
            Vu("accueil", "/"), Vu("import", "/import"), Vu("rapport-d-import", "/import/{lot}", $"/import/{lot}"), Vu("historique-des-imports", "/import/historique"), Vu("travaux", "/travaux"), Vu("preparation-d-export", "/travaux/preparer", $"/travaux/preparer?vers=/exports/bulletins.zip&siret={Commune}&mois=2026-03"),
            Vu("bulletins", "/bulletins", $"/bulletins?siret={Commune}&mois=2026-03"), Vu("bulletins-vides", "/bulletins", $"/bulletins?siret={Commune}&mois=2026-03&matricule=inconnu"), Vu("bulletins-groupes", "/bulletins", "/bulletins?grouper=service"),
            Vu("lignes", "/lignes", $"/lignes?siret={Commune}&mois=2026-03"), Vu("repartition", "/repartition", $"/repartition?siret={Commune}&mois=2026-03"),
            Vu("recherches", "/recherches"), Vu("recherche", "/recherche", "/recherche?q=arrete"),
            Vu("bulletin", "/bulletins/{Volume}/{Ordre:int}", $"/bulletins/{volume}/{ordre}"),
            Vu("source", "/sources/{empreinte}", $"/sources/{volume}?octet=2000"),
            Vu("agent", "/agents/{Siret}/{*Matricule}", $"/agents/{Commune}/{matricule}"), Vu("restitution", "/restitution/{Siret}/{*Matricule}", $"/restitution/{Commune}/{matricule}"),
            Vu("rectifications", "/rectifications/{Siret}/{*Matricule}", $"/rectifications/{Commune}/{matricule}"),
            Vu("justificatifs-par-mois", "/justificatifs"), Vu("justificatifs", "/justificatifs/{siret}/{mois}", $"/justificatifs/{Mois}"),
            Vu("justificatifs-attendus", "/justificatifs-attendus/{siret}/{mois}", $"/justificatifs-attendus/{Mois}"), Vu("piece", "/pieces/{id:int}", $"/pieces/{piece}"),
            Vu("passage", "/passage/{siret}", $"/passage/{Commune}"), Vu("nomenclatures", "/nomenclatures"), Vu("nomenclature", "/nomenclatures/{Siret}", $"/nomenclatures/{Commune}"),
            Vu("etats", "/etats"), Vu("etat-liquidatif", "/etats/{Siret}/{Budget}/{Mois}", Etat), Vu("etat-emboite", "/etats/{Siret}/{Budget}/{Mois}", Etat + "?par=nature,rubrique"),
            Vu("etat-nominatif", "/etats/{Siret}/{Budget}/{Mois}/nominatif", Etat + "/nominatif"), Vu("etat-recapitulatif", "/etats/{Siret}/{Budget}/{Mois}/recapitulatif", Etat + "/recapitulatif"),
            Vu("rapprochement", "/etats/{Siret}/{Budget}/{Mois}/rapprochement", Etat + "/rapprochement"),
            Vu("echantillons", "/echantillons"), Vu("plan-de-controle", "/echantillons/plans/{Id:long}", $"/echantillons/plans/{echantillon.Plan}"), Vu("echantillon", "/echantillons/{Id:long}", $"/echantillons/{echantillon.Id}"),
            Vu("echantillon-evalue", "/echantillons/{Id:long}", $"/echantillons/{echantillon.Id}?poste=2"), Vu("feuille-d-echantillon", "/echantillons/{Id:long}/feuille", $"/echantillons/{echantillon.Id}/feuille"),
            Vu("reste-a-voir", "/reste-a-voir"), Vu("rapport-de-controle", "/etats/{Siret}/{Budget}/{Mois}/rapport-de-controle", Etat + "/rapport-de-controle"), Vu("calendrier", "/calendrier"), Vu("graphiques", "/graphiques", $"/graphiques?siret={Commune}&mois=2026-03"),
            Vu("rubrique", "/rubriques/{Siret}/{*Code}", $"/rubriques/{Commune}/1000"), Vu("rubrique-d-un-agent", "/rubriques/{Siret}/{*Code}", $"/rubriques/{Commune}/1000?matricule={matricule}"),
            Vu("mandats", "/mandats"), Vu("mandats-d-un-exercice", "/mandats/{siret}/{exercice:int}", $"/mandats/{Commune}/2026"),
            Vu("heures-supplementaires", "/heures-supplementaires/{siret}/{mois}", $"/heures-supplementaires/{Mois}"),
            Vu("comparaisons", "/comparaisons"), Vu("quoi-de-neuf", "/quoi-de-neuf", $"/quoi-de-neuf?siret={Commune}&mois=2026-03"),
            Vu("comparer-bulletins", "/comparer/bulletins", $"/comparer/bulletins?siret={Commune}&matricule={matricule}&mois=2026-03&avec=2026-02"),
            Vu("comparer-mois", "/comparer/mois", $"/comparer/mois?siret={Commune}&matricule={matricule}&mois=2026-03&avec=2026-02&egales=oui"), Vu("comparer-etats", "/comparer/etats", $"/comparer/etats?siret={Commune}&mois=2026-03&avec=2026-02"),
            Vu("exports", "/exports"), Vu("configuration-d-export", "/exports/configuration"), Vu("configuration-connue", "/exports/configuration/{ancien}", "/exports/configuration/essai"),
            Vu("execution-d-export", "/exports/executer/{code}", "/exports/executer/essai"),
            Vu("archives", "/archives"), Vu("confirmation-d-archivage", "/archives/confirmer", $"/archives/confirmer?siret={Commune}&exercice=2026"),
            Vu("suppression", "/suppression"), Vu("confirmation-de-suppression", "/suppression/confirmer", $"/suppression/confirmer?type=paye&siret={Commune}&budget=00&annee=2026&mois=2"),
            Vu("habilitations", "/habilitations"), Vu("journal", "/journal"), Vu("acces", "/journal/acces"), Vu("mon-compte", "/mon-compte"),
            Vu("comptes", "/comptes", par: Profil.Administrateur), Vu("postes", "/postes", par: Profil.Administrateur),
            Vu("accueil-de-l-ordonnateur", "/", par: Profil.Ordonnateur), Vu("bulletin-de-l-auditeur", "/bulletins/{Volume}/{Ordre:int}", $"/bulletins/{volume}/{ordre}", Profil.Auditeur),
            Vu("connexion", "/connexion", par: null), Vu("premier-demarrage", "/premier-demarrage/{Jeton}", "/premier-demarrage/perdu", null), Vu("mot-de-passe", "/mot-de-passe/{Jeton}", "/mot-de-passe/perdu", null),
            Vu("aide", "/aide"), Vu("aide-d-un-ecran", "/aide/ecrans/{Cle}", "/aide/ecrans/rapprochement"), Vu("glossaire", "/aide/glossaire"), Vu("codes", "/aide/codes"), Vu("code", "/aide/codes/{Code}", "/aide/codes/XHL-0001"), Vu("controles-de-l-aide", "/aide/controles"), Vu("controle-de-l-aide", "/aide/controles/{Code}", "/aide/controles/TRT-01"),
            Vu("raccourcis-de-l-aide", "/aide/raccourcis"), Vu("a-propos", "/a-propos"), Vu("accessibilite", "/accessibilite"), Vu("introuvable", "/introuvable"), Vu("erreur", "/erreur"),
        ];
    }

    private static (string Volume, int Ordre, string Matricule, int Piece) UnBulletin(DemonstrationEnMarche demonstration)
    {
        using var connexion = demonstration.Service<Entrepot>().Connecter();
        var pieces = new JustificatifsQuestion(Commune, new MoisDePaye(2026, 3)).Executer(connexion, Perimetre.Complet).Pieces;
        var piece = pieces.First(p => p.Piece is not null && p.Bulletins.Count > 0);
        var bulletin = new PieceQuestion(piece.Piece!.Value).Executer(connexion, Perimetre.Complet)!.Bulletins[0];
        return (bulletin.Volume, bulletin.Ordre, bulletin.Matricule!, piece.Piece.Value);
    }

    /// <summary>Of two postes: one to tick, one that was seen whole.</summary>
    private static EchantillonGarde UnEchantillon(DemonstrationEnMarche demonstration)
    {
        using var connexion = demonstration.Service<Entrepot>().Connecter();
        var tenue = demonstration.Service<TenueDesEchantillons>();
        var acte = new Acte(NatureDActe.Visa, "demo.comptable", "essai", "essai");
        var plan = tenue.Changer(tenue.Creer("Contrôle de mars", Commune, acte) with
        {
            Postes =
            [
                new("Indemnités", "categorie=Indemnite", MethodeDeTirage.UnitesMonetaires, EtendueDeTirage.DeTaille(12)) { Seuil = new Montant(120_000), Toujours = "tous_evenements" },
                new("Traitements", "", MethodeDeTirage.Stratifie, EtendueDeTirage.DeTaux(2)!) { Strates = "statut" },
            ],
        }, acte);
        var garde = tenue.Garder(plan, new TirageDEchantillon(new(Commune, new MoisDePaye(2026, 3), "00"), plan.Postes, new Graine(42)).Executer(connexion, Perimetre.Complet), acte);
        tenue.Pointer(garde, garde.Tire.Postes[1].Tirage.Unites.Select((_, rang) => new PointageDemande(1, rang, DecisionDePointage.Conforme, null, null, 0)), acte);
        return garde;
    }

    private static string UnImport(DemonstrationEnMarche demonstration)
    {
        var file = demonstration.Service<FileDImports>();
        var lot = file.LancerDossier(Path.Combine(Fenetre.Racine(), "data-samples", "commune"), new Deposant("demo.comptable", "099001"));
        SpinWait.SpinUntil(() => file.Trouver(lot)?.EstFini == true, TimeSpan.FromMinutes(1));
        return lot;
    }
}
